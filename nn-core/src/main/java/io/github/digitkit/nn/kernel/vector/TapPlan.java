package io.github.digitkit.nn.kernel.vector;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import java.util.ArrayList;
import java.util.List;

/**
 * A convolution, or the gradient of its input, as one sum of products per target pixel.
 *
 * @param classes the target pixels, each in exactly one class
 * @param sourceSize floats of a source picture
 * @param targetSize floats of a target picture
 * @param columns channels of the target
 * @param paddedColumns the same, rounded up to whole vectors: the length of a row of weights
 */
record TapPlan(
    List<TapClass> classes, int sourceSize, int targetSize, int columns, int paddedColumns) {

  static TapPlan forward(Conv2DGeometry g) {
    List<AxisTaps> rows =
        AxisTaps.forward(
            g.inputHeight(), g.kernelHeight(), g.strideHeight(), g.padTop(), g.outputHeight());
    List<AxisTaps> columns =
        AxisTaps.forward(
            g.inputWidth(), g.kernelWidth(), g.strideWidth(), g.padLeft(), g.outputWidth());
    Picture source = new Picture(g.inputWidth(), g.inputChannels());
    Picture target = new Picture(g.outputWidth(), g.outputChannels());
    return new TapPlan(
        classes(rows, columns, source, target, g.kernelWidth()),
        g.inputSize(),
        g.outputSize(),
        g.outputChannels(),
        Lanes.padded(g.outputChannels()));
  }

  static TapPlan backward(Conv2DGeometry g) {
    List<AxisTaps> rows =
        AxisTaps.backward(
            g.inputHeight(), g.kernelHeight(), g.strideHeight(), g.padTop(), g.outputHeight());
    List<AxisTaps> columns =
        AxisTaps.backward(
                g.inputWidth(), g.kernelWidth(), g.strideWidth(), g.padLeft(), g.outputWidth())
            .stream()
            .map(taps -> taps.renumbered(backwardColumns(g)))
            .toList();
    Picture source = new Picture(g.outputWidth(), g.outputChannels());
    Picture target = new Picture(g.inputWidth(), g.inputChannels());
    return new TapPlan(
        classes(rows, columns, source, target, g.kernelWidth()),
        g.outputSize(),
        g.inputSize(),
        g.inputChannels(),
        Lanes.padded(g.inputChannels()));
  }

  /**
   * The order of the window's columns in which the input's gradient meets them, going through the
   * output from left to right: with weights in that order its taps become runs.
   *
   * @return the place of each of the window's columns
   */
  static int[] backwardColumns(Conv2DGeometry g) {
    int[] places = new int[g.kernelWidth()];
    int place = 0;
    for (int phase = 0; phase < g.strideWidth(); phase++) {
      for (int j = g.kernelWidth() - 1; j >= 0; j--) {
        if (j % g.strideWidth() == phase) {
          places[j] = place;
          place++;
        }
      }
    }
    return places;
  }

  /** Returns whether rows of weights and target have the same length. */
  boolean wholeVectors() {
    return columns == paddedColumns;
  }

  private static List<TapClass> classes(
      List<AxisTaps> rows,
      List<AxisTaps> columns,
      Picture source,
      Picture target,
      int kernelWidth) {
    List<TapClass> classes = new ArrayList<>();
    for (AxisTaps row : rows) {
      for (AxisTaps column : columns) {
        classes.add(tapClass(row, column, source, target, kernelWidth));
      }
    }
    return List.copyOf(classes);
  }

  private static TapClass tapClass(
      AxisTaps row, AxisTaps column, Picture source, Picture target, int kernelWidth) {
    int depth = source.channels;
    int taps = row.window().size() * column.window().size();
    int[] sourceOffsets = new int[taps * depth];
    int[] weightOffsets = new int[taps * depth];
    int k = 0;
    for (int i = 0; i < row.window().size(); i++) {
      for (int j = 0; j < column.window().size(); j++) {
        int offset = source.index(row.steps().get(i), column.steps().get(j));
        int tap = row.window().get(i) * kernelWidth + column.window().get(j);
        for (int c = 0; c < depth; c++) {
          sourceOffsets[k] = offset + c;
          weightOffsets[k] = (tap * depth + c) * Lanes.padded(target.channels);
          k++;
        }
      }
    }
    return TapClass.of(
        sourceOffsets,
        weightOffsets,
        Lanes.padded(target.channels),
        source.indices(row.sources(), column.sources()),
        target.indices(row.targets(), column.targets()));
  }

  private record Picture(int width, int channels) {
    int index(int row, int column) {
      return (row * width + column) * channels;
    }

    int[] indices(List<Integer> rows, List<Integer> columns) {
      return rows.stream()
          .flatMapToInt(row -> columns.stream().mapToInt(column -> index(row, column)))
          .toArray();
    }
  }
}
