package io.github.digitkit.benchmarks;

import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.Parameters;
import io.github.digitkit.nn.Sequential;
import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.train.loss.CategoricalCrossEntropy;
import io.github.digitkit.train.loss.SmoothedLabels;
import io.github.digitkit.train.optimizer.Adam;
import io.github.digitkit.train.parallel.WorkerTeam;
import io.github.digitkit.train.step.BatchSource;
import io.github.digitkit.train.step.TrainingState;
import io.github.digitkit.train.step.TrainingStep;
import java.util.Random;

/**
 * Whole training steps of the report's network with Adam, on one batch of random pictures that is
 * at hand. Not thread-safe; closing ends its threads.
 */
public final class RandomTraining implements AutoCloseable {
  private static final double LEARNING_RATE = 1e-3;

  private final int batch;
  private final int inputs;
  private final float[] pictures;
  private final WorkerTeam team;
  private final TrainingStep step;
  private final BatchSource source = this::fill;

  /** Makes network and pictures, the same ones every time. */
  public RandomTraining(Kernels kernels, int threads, int batch) {
    Sequential network = DigitNetworks.report();
    this.batch = batch;
    this.inputs = network.inputShape().size();
    this.pictures = new float[batch * inputs];
    Random random = new Random(3);
    for (int i = 0; i < pictures.length; i++) {
      pictures[i] = random.nextFloat();
    }
    TrainingState state =
        new TrainingState(network, Parameters.initialized(network, 1), Adam.defaults(), 0);
    TrainingStep.Objective objective =
        new TrainingStep.Objective(new CategoricalCrossEntropy(), SmoothedLabels.oneHot());
    this.team = new WorkerTeam(threads);
    this.step = new TrainingStep(state, objective, kernels, team, batch, 1);
  }

  private void fill(int worker, int from, int to, float[] images, int[] labels) {
    System.arraycopy(pictures, from * inputs, images, from * inputs, (to - from) * inputs);
    for (int sample = from; sample < to; sample++) {
      labels[sample] = label(sample);
    }
  }

  /** Returns the pictures {@code (batch, 28, 28, 1)}: the array itself. */
  public float[] pictures() {
    return pictures;
  }

  /** Returns what a picture is said to show. */
  public static int label(int sample) {
    return sample % DigitNetworks.DIGITS;
  }

  /** Takes one step. */
  public void step() {
    step.run(source, batch, LEARNING_RATE);
  }

  /** Returns the last step's loss. */
  public double loss() {
    return step.meanLoss();
  }

  @Override
  public void close() {
    team.close();
  }
}
