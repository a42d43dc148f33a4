package io.github.digitkit.nn.kernel;

/**
 * What happens at a picture's border, with TensorFlow's arithmetic: for {@code SAME} the total
 * padding is {@code max((output - 1) * stride + window - input, 0)} and its odd pixel goes to the
 * bottom and the right.
 */
public enum Padding {
  /** No padding: only windows that lie inside. */
  VALID {
    @Override
    public int outputSize(int input, int window, int stride) {
      return input < window ? 0 : (input - window) / stride + 1;
    }

    @Override
    public int before(int input, int window, int stride) {
      return 0;
    }
  },
  /** Zeros around, so that the output has {@code ceil(input / stride)} pixels. */
  SAME {
    @Override
    public int outputSize(int input, int window, int stride) {
      return (input + stride - 1) / stride;
    }

    @Override
    public int before(int input, int window, int stride) {
      return Math.max((outputSize(input, window, stride) - 1) * stride + window - input, 0) / 2;
    }
  };

  /**
   * @param input pixels along one axis
   * @param window the window's pixels along it
   * @param stride the window's step
   * @return windows along the axis; 0 if none fits
   */
  public abstract int outputSize(int input, int window, int stride);

  /**
   * @param input pixels along one axis
   * @param window the window's pixels along it
   * @param stride the window's step
   * @return pixels of padding before the first pixel (top or left)
   */
  public abstract int before(int input, int window, int stride);
}
