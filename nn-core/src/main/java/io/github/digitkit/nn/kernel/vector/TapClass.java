package io.github.digitkit.nn.kernel.vector;

import java.util.stream.IntStream;

/**
 * The target pixels whose windows meet the source in the same way, so that one table of offsets
 * serves them all: the inner pixels are one such class, each kind of border another.
 *
 * @param sourceOffsets from a pixel's source base to each element of its window
 * @param weightOffsets the row of weights of each
 * @param runs where runs of neighbouring elements and weights begin in these tables, and the end;
 *     empty if they are too short for run tiles
 * @param sourceBases where each pixel's window starts in its picture
 * @param targetBases where each pixel lies in its picture
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TapClass(
    int[] sourceOffsets, int[] weightOffsets, int[] runs, int[] sourceBases, int[] targetBases) {
  private static final int SHORTEST_RUN = 16;

  static TapClass of(
      int[] sourceOffsets,
      int[] weightOffsets,
      int weightStep,
      int[] sourceBases,
      int[] targetBases) {
    int[] runs = runs(sourceOffsets, weightOffsets, weightStep);
    return new TapClass(sourceOffsets, weightOffsets, runs, sourceBases, targetBases);
  }

  private static int[] runs(int[] sourceOffsets, int[] weightOffsets, int weightStep) {
    int taps = sourceOffsets.length;
    int[] starts =
        IntStream.rangeClosed(0, taps)
            .filter(
                k ->
                    k == 0
                        || k == taps
                        || sourceOffsets[k] != sourceOffsets[k - 1] + 1
                        || weightOffsets[k] != weightOffsets[k - 1] + weightStep)
            .toArray();
    boolean usable =
        IntStream.range(1, starts.length).allMatch(i -> starts[i] - starts[i - 1] >= SHORTEST_RUN);
    return usable && taps > 0 ? starts : new int[0];
  }

  boolean hasRuns() {
    return runs.length > 0;
  }

  int taps() {
    return sourceOffsets.length;
  }

  int pixels() {
    return sourceBases.length;
  }
}
