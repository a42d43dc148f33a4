/**
 * Random changes of a training picture, each a record with its distribution, composed as an {@link
 * io.github.digitkit.train.data.augment.AugmentationPipeline}.
 */
@NullMarked
package io.github.digitkit.train.data.augment;

import org.jspecify.annotations.NullMarked;
