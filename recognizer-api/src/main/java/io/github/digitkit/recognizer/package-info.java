/**
 * Pictures in, digits out: {@link io.github.digitkit.recognizer.DigitRecognizer} and what it
 * answers.
 */
@NullMarked
package io.github.digitkit.recognizer;

import org.jspecify.annotations.NullMarked;
