package io.github.digitkit.train.step;

/** What all workers and layers know about the step under way; set between steps only. */
final class StepFrame {
  private Shards shards = Shards.of(1);
  private long step;
  private double learningRate;

  /** Begins a step. The shards are made anew only when the batch size changes. */
  void begin(int batch, long number, double rate) {
    if (batch != shards.batch()) {
      shards = Shards.of(batch);
    }
    step = number;
    learningRate = rate;
  }

  Shards shards() {
    return shards;
  }

  /** The step's number, from 0. */
  long step() {
    return step;
  }

  double learningRate() {
    return learningRate;
  }
}
