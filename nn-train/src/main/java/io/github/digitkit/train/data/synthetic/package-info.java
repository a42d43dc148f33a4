/** Digits, and pictures that are none, drawn from perturbed pen strokes without any font. */
@NullMarked
package io.github.digitkit.train.data.synthetic;

import org.jspecify.annotations.NullMarked;
