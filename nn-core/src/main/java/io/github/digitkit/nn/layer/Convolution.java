package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.tensor.Tensor;

/**
 * The passes of {@link Conv2D} and of {@link Dense}, which is a convolution of one pixel.
 * Parameters: kernel, bias.
 */
record Convolution(Conv2DGeometry geometry, Activation activation) implements BoundLayer {
  private static final int KERNEL = 0;
  private static final int BIAS = 1;

  /** Kernel rows are handed to workers in pieces that fill register tiles. */
  private static final int ROWS_PER_PIECE = 8;

  /** Bias columns are handed to workers in pieces of a cache line. */
  private static final int COLUMNS_PER_PIECE = 16;

  @Override
  public void forward(LayerContext c, Tensor x, Tensor y) {
    c.kernels()
        .conv2dForward(
            geometry,
            x.array(),
            c.parameter(KERNEL),
            c.parameter(BIAS),
            activation.pointwise(),
            y.array(),
            c.from(),
            c.to(),
            c.workspace());
    if (activation == Activation.SOFTMAX) {
      SoftmaxRows.forward(
          y.array(), y.array(), outputPixels(c.from()), outputPixels(c.to()), channels());
    }
  }

  @Override
  public void forwardTraining(TrainingContext c, Tensor x, Tensor y) {
    forward(c, x, y);
  }

  @Override
  public void backward(TrainingContext c, Tensor x, Tensor y, Tensor dy, Tensor dx) {
    backwardParameters(c, x, y, dy);
    c.kernels()
        .conv2dBackwardInput(
            geometry, dy.array(), c.parameter(KERNEL), dx.array(), c.from(), c.to(), c.workspace());
  }

  @Override
  public void backwardParameters(TrainingContext c, Tensor x, Tensor y, Tensor dy) {
    backwardActivation(c, y, dy);
    c.barrier(); // the kernel's gradient sums over everybody's samples
    int rows = geometry.kernelRows();
    int rowPieces = pieces(rows, ROWS_PER_PIECE);
    c.kernels()
        .conv2dBackwardKernel(
            geometry,
            x.array(),
            dy.array(),
            c.gradient(KERNEL),
            c.batch(),
            c.sliceStart(rowPieces) * ROWS_PER_PIECE,
            Math.min(rows, c.sliceEnd(rowPieces) * ROWS_PER_PIECE),
            c.workspace());
    int columnPieces = pieces(channels(), COLUMNS_PER_PIECE);
    c.kernels()
        .columnSums(
            dy.array(),
            outputPixels(c.batch()),
            channels(),
            c.gradient(BIAS),
            c.sliceStart(columnPieces) * COLUMNS_PER_PIECE,
            Math.min(channels(), c.sliceEnd(columnPieces) * COLUMNS_PER_PIECE));
  }

  private void backwardActivation(TrainingContext c, Tensor y, Tensor dy) {
    switch (activation) {
      case LINEAR -> {}
      case RELU ->
          c.kernels()
              .reluBackward(
                  y.array(),
                  dy.array(),
                  c.from() * geometry.outputSize(),
                  c.to() * geometry.outputSize());
      case SOFTMAX ->
          SoftmaxRows.backward(
              y.array(),
              dy.array(),
              dy.array(),
              outputPixels(c.from()),
              outputPixels(c.to()),
              channels());
    }
  }

  private int channels() {
    return geometry.outputChannels();
  }

  private int outputPixels(int samples) {
    return samples * geometry.outputPixels();
  }

  private static int pieces(int units, int unitsPerPiece) {
    return (units + unitsPerPiece - 1) / unitsPerPiece;
  }
}
