/** How gradients change weights. */
@NullMarked
package io.github.digitkit.train.optimizer;

import org.jspecify.annotations.NullMarked;
