package io.github.digitkit.nn.kernel.vector;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The output pixels for which one tap of the window meets the input, for a group of pictures, one
 * picture after the other.
 *
 * @param pixels how many of one picture
 * @param inputOffsets where the window starts in the input
 * @param outputOffsets where the pixel lies in the output, its channels padded to whole vectors
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity only
record PixelTable(int pixels, int[] inputOffsets, int[] outputOffsets) {

  /** Returns one table a tap; taps that meet the input under the same pixels share theirs. */
  static PixelTable[] ofTaps(Conv2DGeometry g, int pictures, int paddedFilters) {
    Map<List<List<Integer>>, PixelTable> tables = new HashMap<>();
    PixelTable[] ofTaps = new PixelTable[g.kernelHeight() * g.kernelWidth()];
    for (int i = 0; i < g.kernelHeight(); i++) {
      int kernelRow = i;
      List<Integer> rows =
          IntStream.range(0, g.outputHeight())
              .filter(r -> kernelRow >= g.firstKernelRow(r) && kernelRow < g.endKernelRow(r))
              .boxed()
              .toList();
      for (int j = 0; j < g.kernelWidth(); j++) {
        int kernelColumn = j;
        List<Integer> columns =
            IntStream.range(0, g.outputWidth())
                .filter(
                    c ->
                        kernelColumn >= g.firstKernelColumn(c)
                            && kernelColumn < g.endKernelColumn(c))
                .boxed()
                .toList();
        ofTaps[i * g.kernelWidth() + j] =
            tables.computeIfAbsent(
                List.of(rows, columns), key -> of(g, pictures, paddedFilters, rows, columns));
      }
    }
    return ofTaps;
  }

  private static PixelTable of(
      Conv2DGeometry g,
      int pictures,
      int paddedFilters,
      List<Integer> rows,
      List<Integer> columns) {
    List<Integer> input = new ArrayList<>();
    List<Integer> output = new ArrayList<>();
    for (int n = 0; n < pictures; n++) {
      for (int row : rows) {
        for (int column : columns) {
          int inputPixel = row * g.strideHeight() * g.inputWidth() + column * g.strideWidth();
          int outputPixel = (n * g.outputHeight() + row) * g.outputWidth() + column;
          input.add(n * g.inputSize() + inputPixel * g.inputChannels());
          output.add(outputPixel * paddedFilters);
        }
      }
    }
    return new PixelTable(rows.size() * columns.size(), array(input), array(output));
  }

  private static int[] array(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
