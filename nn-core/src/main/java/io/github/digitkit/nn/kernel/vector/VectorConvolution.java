package io.github.digitkit.nn.kernel.vector;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.Epilogue;
import io.github.digitkit.nn.kernel.InferenceOperation;
import io.github.digitkit.nn.kernel.PointwiseActivation;
import io.github.digitkit.nn.kernel.Workspace;
import java.util.Arrays;

/** The three operations of one convolution, with the tables that only depend on its sizes. */
final class VectorConvolution {
  private static final int WEIGHTS = 0;
  private static final int INITIAL = 1;

  private final Conv2DGeometry g;
  private final TapProduct forward;
  private final TapProduct backward;
  private final int[] backwardColumns;
  private final int[] usedTaps;
  private final KernelGradient kernelGradient;

  VectorConvolution(Conv2DGeometry g) {
    this.g = g;
    this.forward = new TapProduct(TapPlan.forward(g));
    this.backward = new TapProduct(TapPlan.backward(g));
    this.backwardColumns = TapPlan.backwardColumns(g);
    this.usedTaps = g.usedTaps();
    this.kernelGradient = new KernelGradient(g);
  }

  void forward(
      float[] x,
      float[] kernel,
      float[] bias,
      PointwiseActivation activation,
      float[] y,
      int from,
      int to,
      Workspace workspace) {
    float[] weights = kernel;
    float[] initial = bias;
    if (!forward.plan().wholeVectors()) {
      int columns = forward.plan().paddedColumns();
      weights = workspace.floats(WEIGHTS, g.kernelRows() * columns);
      pad(kernel, g.kernelRows(), g.outputChannels(), weights, columns);
      initial = workspace.floats(INITIAL, columns);
      pad(bias, 1, g.outputChannels(), initial, columns);
    }
    forward.run(x, weights, initial, Finish.of(activation), y, from, to, workspace);
  }

  void backwardInput(
      float[] dy, float[] kernel, float[] dx, int from, int to, Workspace workspace) {
    int columns = backward.plan().paddedColumns();
    int rows = g.kernelHeight() * g.kernelWidth() * g.outputChannels();
    float[] weights = workspace.floats(WEIGHTS, rows * columns);
    transpose(kernel, weights, columns);
    float[] zeros = workspace.floats(INITIAL, columns);
    Arrays.fill(zeros, 0, columns, 0);
    backward.run(dy, weights, zeros, Finish.NOTHING, dx, from, to, workspace);
  }

  void backwardKernel(
      float[] x,
      float[] dy,
      float[] dKernel,
      int images,
      int fromRow,
      int toRow,
      Workspace workspace) {
    kernelGradient.run(x, dy, dKernel, images, fromRow, toRow, workspace);
  }

  InferenceOperation prepare(float[] kernel, Epilogue epilogue) {
    int filters = g.outputChannels();
    int columns = forward.plan().paddedColumns();
    float[] weights = padded(kernel, g.kernelRows(), filters, columns);
    float[] bias = padded(epilogue.bias(), 1, filters, columns);
    Finish finish =
        Finish.of(
            epilogue.activation(),
            padded(epilogue.scale(), 1, filters, columns),
            padded(epilogue.shift(), 1, filters, columns));
    return (x, y, from, to, workspace) ->
        forward.run(x, weights, bias, finish, y, from, to, workspace);
  }

  private static float[] padded(float[] matrix, int rows, int columns, int paddedColumns) {
    float[] padded = new float[rows * paddedColumns];
    pad(matrix, rows, columns, padded, paddedColumns);
    return padded;
  }

  private static void pad(float[] matrix, int rows, int columns, float[] padded, int to) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(matrix, row * columns, padded, row * to, columns);
      Arrays.fill(padded, row * to + columns, (row + 1) * to, 0);
    }
  }

  /** (taps, inputs, outputs) to (reordered taps, outputs, padded inputs); not the unused taps. */
  private void transpose(float[] kernel, float[] transposed, int columns) {
    int inputs = g.inputChannels();
    int outputs = g.outputChannels();
    int width = g.kernelWidth();
    for (int tap : usedTaps) {
      int source = tap * inputs * outputs;
      int target = (tap - tap % width + backwardColumns[tap % width]) * outputs * columns;
      for (int k = 0; k < outputs; k++) {
        for (int c = 0; c < inputs; c++) {
          transposed[target + c] = kernel[source + c * outputs + k];
        }
        Arrays.fill(transposed, target + inputs, target + columns, 0);
        target += columns;
      }
    }
  }
}
