/** A training run on disk, from which it continues to the same bits. */
@NullMarked
package io.github.digitkit.train.checkpoint;

import org.jspecify.annotations.NullMarked;
