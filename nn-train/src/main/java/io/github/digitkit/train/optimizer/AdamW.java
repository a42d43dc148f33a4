package io.github.digitkit.train.optimizer;

/**
 * {@link Adam} with weight decay apart from the gradient: {@code w = w - rate · decay · w} before
 * Adam's own step. After Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019. As
 * in Keras and PyTorch every trainable parameter decays.
 *
 * @param adam the rule without the decay
 * @param weightDecay the decay, at least 0; with 0 this is Adam
 */
public record AdamW(Adam adam, double weightDecay) implements Optimizer {

  /** Checks the range. */
  public AdamW {
    Ranges.requireNotNegative("weight decay", weightDecay);
  }

  /** Keras's default: decay 0.004 with {@link Adam#defaults}. */
  public static AdamW defaults() {
    return new AdamW(Adam.defaults(), 0.004);
  }

  @Override
  public int stateArrays() {
    return adam.stateArrays();
  }

  @Override
  public void update(
      float[] weights,
      float[] gradients,
      float[][] state,
      int from,
      int to,
      long step,
      double learningRate) {
    if (weightDecay > 0) {
      float keep = (float) (1 - learningRate * weightDecay);
      for (int i = from; i < to; i++) {
        weights[i] *= keep;
      }
    }
    adam.update(weights, gradients, state, from, to, step, learningRate);
  }
}
