package io.github.digitkit.recognizer.image;

/**
 * Another way to see a picture than the usual one.
 *
 * @param digit what is seen
 * @param overrules whether what it leaves out is so clearly something else, as a stain under the
 *     digit, that the usual look has no say in whether there is a digit
 */
public record OtherLook(NormalizedDigit digit, boolean overrules) {}
