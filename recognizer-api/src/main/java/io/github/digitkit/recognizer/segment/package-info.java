/**
 * Finds the digits in a line or on a page: more cuts than digits are proposed, and the network's
 * own scores choose among them.
 *
 * <p>{@link io.github.digitkit.recognizer.segment.LineReader} reads one line, {@link
 * io.github.digitkit.recognizer.segment.PageReader} a page; both know the network only as a {@link
 * io.github.digitkit.recognizer.segment.DigitScorer}.
 */
@NullMarked
package io.github.digitkit.recognizer.segment;

import org.jspecify.annotations.NullMarked;
