package io.github.digitkit.benchmarks;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.Padding;
import io.github.digitkit.nn.kernel.Window;

/** The sizes of the convolutions of the report's network. */
public enum ReportConvolution {
  /** 28x28x1 to 26x26x32. */
  CONV1(28, 1, 32, 3, 1, Padding.VALID),
  /** 13x13x32 to 11x11x32. */
  CONV2(13, 32, 32, 3, 1, Padding.VALID),
  /** 11x11x32 to 6x6x32. */
  CONV3(11, 32, 32, 5, 2, Padding.SAME),
  /** 6x6x32 to 4x4x64. */
  CONV4(6, 32, 64, 3, 1, Padding.VALID),
  /** 4x4x64 to 2x2x64. */
  CONV5(4, 64, 64, 3, 1, Padding.VALID),
  /** 2x2x64 to 1x1x64. */
  CONV6(2, 64, 64, 5, 2, Padding.SAME);

  private final int side;
  private final int inputs;
  private final int filters;
  private final int window;
  private final int stride;
  private final Padding padding;

  ReportConvolution(int side, int inputs, int filters, int window, int stride, Padding padding) {
    this.side = side;
    this.inputs = inputs;
    this.filters = filters;
    this.window = window;
    this.stride = stride;
    this.padding = padding;
  }

  /** Returns all its sizes. */
  public Conv2DGeometry geometry() {
    return Conv2DGeometry.of(side, side, inputs, filters, Window.square(window, stride), padding);
  }

  /** Returns the operations of one picture, multiply and add counted apart, without padding. */
  public double flop() {
    Conv2DGeometry geometry = geometry();
    long taps = 0;
    for (int row = 0; row < geometry.outputHeight(); row++) {
      for (int column = 0; column < geometry.outputWidth(); column++) {
        taps +=
            (long) (geometry.endKernelRow(row) - geometry.firstKernelRow(row))
                * (geometry.endKernelColumn(column) - geometry.firstKernelColumn(column));
      }
    }
    return 2.0 * taps * geometry.inputChannels() * geometry.outputChannels();
  }
}
