/** What training makes small. */
@NullMarked
package io.github.digitkit.train.loss;

import org.jspecify.annotations.NullMarked;
