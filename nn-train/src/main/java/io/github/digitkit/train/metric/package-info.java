/** How good a classifier is: accuracy, per-class figures, loss, calibration. */
@NullMarked
package io.github.digitkit.train.metric;

import org.jspecify.annotations.NullMarked;
