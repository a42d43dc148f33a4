package io.github.digitkit.nn.kernel.vector;

/**
 * The target pixels whose windows meet the source in the same way, so that one table of offsets
 * serves them all: the inner pixels are one such class, each kind of border another.
 *
 * @param sourceOffsets from a pixel's source base to each element of its window
 * @param weightOffsets the row of weights of each
 * @param sourceBases where each pixel's window starts in its picture
 * @param targetBases where each pixel lies in its picture
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TapClass(int[] sourceOffsets, int[] weightOffsets, int[] sourceBases, int[] targetBases) {
  int taps() {
    return sourceOffsets.length;
  }

  int pixels() {
    return sourceBases.length;
  }
}
