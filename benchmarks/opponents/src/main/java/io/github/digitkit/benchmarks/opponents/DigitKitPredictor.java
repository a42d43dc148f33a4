package io.github.digitkit.benchmarks.opponents;

import io.github.digitkit.nn.Model;

/** Ours. */
record DigitKitPredictor(Model model, int threads) implements Predictor {
  @Override
  public String name() {
    return "DigitKit " + model.kernels().name();
  }

  @Override
  public void predict(float[] pictures, int count, float[] shares) {
    if (threads == 1 || count == 1) {
      model.predict(pictures, count, shares);
    } else {
      model.predictInParallel(pictures, count, shares);
    }
  }
}
