/**
 * From a picture file to the 28x28 picture a network reads: guarded decoding, then normalisation in
 * plain arrays.
 *
 * <p>{@code ImageDecoder} turns bytes of any supported format into a {@link
 * io.github.digitkit.recognizer.image.GrayImage}; everything behind it works on grey pictures only.
 * This is the one package of the library that touches {@code java.desktop}.
 */
@NullMarked
package io.github.digitkit.recognizer.image;

import org.jspecify.annotations.NullMarked;
