package io.github.digitkit.web.store;

/**
 * One labelled 28x28 picture, for training.
 *
 * @param label 0 to 9
 * @param pixels 784 bytes row by row, ink 255
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on to a file, never compared.
public record SeenDigit(int label, byte[] pixels) {}
