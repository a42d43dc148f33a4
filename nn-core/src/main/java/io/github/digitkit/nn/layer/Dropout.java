package io.github.digitkit.nn.layer;

import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.Tensor;
import java.util.List;

/**
 * Inverted dropout: in training each element is set to 0 with probability {@code rate}, the others
 * are multiplied by {@code 1 / (1 - rate)}; in prediction nothing changes. After Srivastava et al.,
 * "Dropout", JMLR 15, 2014.
 *
 * @param rate 0 (inclusive) to 1 (exclusive)
 */
public record Dropout(float rate) implements Layer {

  /** Checks the rate. */
  public Dropout {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("rate must be in [0, 1), but got " + rate);
    }
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    return List.of();
  }

  @Override
  public BoundLayer bind(Shape input) {
    return new Pass(input.size(), rate);
  }

  /**
   * The mask is a function of the step's key and the element's place, so it is drawn anew in the
   * backward pass instead of being kept.
   */
  private record Pass(int size, float rate) implements BoundLayer {
    @Override
    public void forward(LayerContext c, Tensor x, Tensor y) {
      int start = c.from() * size;
      System.arraycopy(x.array(), start, y.array(), start, (c.to() - c.from()) * size);
    }

    @Override
    public void forwardTraining(TrainingContext c, Tensor x, Tensor y) {
      mask(c, x.array(), y.array());
    }

    @Override
    public void backward(TrainingContext c, Tensor x, Tensor y, Tensor dy, Tensor dx) {
      mask(c, dy.array(), dx.array());
    }

    @Override
    public void backwardParameters(TrainingContext c, Tensor x, Tensor y, Tensor dy) {}

    private void mask(TrainingContext c, float[] source, float[] target) {
      long key = c.randomKey();
      long threshold = (long) (rate * 0x1p32);
      int keep = Float.floatToRawIntBits(1 / (1 - rate));
      for (int i = c.from() * size; i < c.to() * size; i++) {
        // All ones where the random number is below the threshold; a branch would be mispredicted.
        int dropped = (int) (((mix(key + i) >>> 32) - threshold) >> 63);
        target[i] = source[i] * Float.intBitsToFloat(keep & ~dropped);
      }
    }

    /** The output function of SplitMix64 over a Weyl sequence (Steele, Lea, Flood, 2014). */
    private static long mix(long counter) {
      long z = counter * 0x9E3779B97F4A7C15L;
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      return z ^ (z >>> 31);
    }
  }
}
