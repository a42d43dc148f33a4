/** Makes a trained model's probabilities mean what they say, and decides when to refuse. */
@NullMarked
package io.github.digitkit.train.calibration;

import org.jspecify.annotations.NullMarked;
