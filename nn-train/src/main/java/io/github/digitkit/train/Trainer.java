package io.github.digitkit.train;

import io.github.digitkit.nn.Parameters;
import io.github.digitkit.nn.Sequential;
import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.train.checkpoint.CheckpointException;
import io.github.digitkit.train.data.Dataset;
import io.github.digitkit.train.data.EpochSource;
import io.github.digitkit.train.loss.CategoricalCrossEntropy;
import io.github.digitkit.train.loss.SmoothedLabels;
import io.github.digitkit.train.loss.Targets;
import io.github.digitkit.train.parallel.WorkerTeam;
import io.github.digitkit.train.step.TrainingStep.Objective;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trains a network.
 *
 * <pre>{@code
 * try (Trainer trainer = Trainer.builder(DigitNetworks.report()).build()) {
 *   Model model = trainer.fit(training, validation).model();
 * }
 * }</pre>
 *
 * <p>The same settings, data and kernels give the same weights to the last bit on any number of
 * threads. The threads belong to the trainer and end with {@link #close}. Not thread-safe: one
 * training at a time.
 */
public final class Trainer implements AutoCloseable {
  private final Sequential network;
  private final TrainingSettings settings;
  private final Kernels kernels;
  private final WorkerTeam team;
  private final Objective objective;
  private final Optional<Parameters> initial;
  private final Optional<CheckpointPolicy> checkpoint;
  private final List<TrainingListener> listeners;

  private Trainer(Builder builder) {
    network = builder.network;
    settings = builder.settings;
    kernels = builder.kernels.orElseGet(Kernels::best);
    team = new WorkerTeam(builder.threads);
    Targets labels = new SmoothedLabels(settings.labelSmoothing());
    objective = new Objective(new CategoricalCrossEntropy(), builder.targets.orElse(labels));
    initial = builder.initial;
    checkpoint = builder.checkpoint;
    listeners = List.copyOf(builder.listeners);
  }

  /**
   * A trainer of this architecture, with {@link TrainingSettings#defaults} unless said otherwise.
   *
   * @param network gives probabilities or logits; a softmax at its end is trained as part of the
   *     loss
   */
  public static Builder builder(Sequential network) {
    return new Builder(network);
  }

  /**
   * Trains on all pictures of a data set as they are, shuffled by the settings' seed.
   *
   * @param training pictures of the network's input size, labels among its classes
   * @param validation pictures to judge each epoch by
   * @return what came of it
   * @throws IOException if a checkpoint or a listener's log cannot be read or written
   */
  public TrainingResult fit(Dataset training, Dataset validation) throws IOException {
    return fit(plainEpochs(training), validation);
  }

  /**
   * Trains on epochs of augmented or mixed pictures.
   *
   * @param training makes the epochs
   * @param validation pictures to judge each epoch by
   * @return what came of it
   * @throws IOException if a checkpoint or a listener's log cannot be read or written
   * @throws IllegalArgumentException if picture sizes or classes do not fit the network
   * @throws ArithmeticException if the loss is no number any more
   */
  public TrainingResult fit(EpochSource training, Dataset validation) throws IOException {
    requireFitting("validation", validation.height(), validation.width(), validation.classes());
    return run(training, Optional.of(validation));
  }

  /**
   * Trains without validation; the last epoch's weights are the result.
   *
   * @param training makes the epochs
   * @return what came of it
   * @throws IOException if a checkpoint or a listener's log cannot be read or written
   * @throws IllegalArgumentException if the settings need validation
   */
  public TrainingResult fit(EpochSource training) throws IOException {
    if (settings.selection() != TrainingSettings.Selection.LAST || settings.patience() > 0) {
      throw new IllegalArgumentException(
          "the best epoch and early stopping need validation data, but there is none");
    }
    return run(training, Optional.empty());
  }

  /**
   * As {@link #fit(EpochSource)}, on all pictures of a data set as they are.
   *
   * @param training pictures of the network's input size, labels among its classes
   * @return what came of it
   * @throws IOException if a checkpoint or a listener's log cannot be read or written
   */
  public TrainingResult fit(Dataset training) throws IOException {
    return fit(plainEpochs(training));
  }

  private EpochSource plainEpochs(Dataset training) {
    return EpochSource.of(training).seed(settings.seed()).build();
  }

  private TrainingResult run(EpochSource training, Optional<Dataset> validation)
      throws IOException {
    requireFitting("training data", training.height(), training.width(), training.classes());
    return new TrainingRun(this, training, validation).run();
  }

  private void requireFitting(String what, int height, int width, int classes) {
    if (height * width != network.inputShape().size()) {
      throw new IllegalArgumentException(
          "%s: the network takes %s, but the pictures are %dx%d"
              .formatted(what, network.inputShape(), height, width));
    }
    if (classes > network.outputShape().size()) {
      throw new IllegalArgumentException(
          "%s: %d classes, but the network has only %d outputs"
              .formatted(what, classes, network.outputShape().size()));
    }
  }

  /** Ends the threads. Closing twice does nothing. */
  @Override
  public void close() {
    team.close();
  }

  Sequential network() {
    return network;
  }

  TrainingSettings settings() {
    return settings;
  }

  Kernels kernels() {
    return kernels;
  }

  WorkerTeam team() {
    return team;
  }

  Objective objective() {
    return objective;
  }

  Parameters initialParameters() {
    return initial.orElseGet(() -> Parameters.initialized(network, settings.seed()));
  }

  Optional<CheckpointPolicy> checkpoint() {
    return checkpoint;
  }

  List<TrainingListener> listeners() {
    return listeners;
  }

  /** Collects what a trainer needs. */
  public static final class Builder {
    private final Sequential network;
    private final List<TrainingListener> listeners = new ArrayList<>();
    private TrainingSettings settings = TrainingSettings.defaults();
    private int threads = Runtime.getRuntime().availableProcessors();
    private Optional<Kernels> kernels = Optional.empty();
    private Optional<Parameters> initial = Optional.empty();
    private Optional<Targets> targets = Optional.empty();
    private Optional<CheckpointPolicy> checkpoint = Optional.empty();

    private Builder(Sequential network) {
      this.network = network;
    }

    /** Trains by these settings. */
    public Builder settings(TrainingSettings value) {
      settings = value;
      return this;
    }

    /** Trains on that many threads instead of all processors; the result is the same. */
    public Builder threads(int value) {
      if (value < 1) {
        throw new IllegalArgumentException("threads must be at least 1, got " + value);
      }
      threads = value;
      return this;
    }

    /** Computes with these kernels instead of {@link Kernels#best}. */
    public Builder kernels(Kernels value) {
      kernels = Optional.of(value);
      return this;
    }

    /** Starts from these weights instead of the seed's; copied when training starts. */
    public Builder initialParameters(Parameters value) {
      initial = Optional.of(value);
      return this;
    }

    /** Trains towards these targets instead of the labels: for distillation. */
    public Builder targets(Targets value) {
      targets = Optional.of(value);
      return this;
    }

    /** Tells this listener how it goes; may be called for several. */
    public Builder listener(TrainingListener value) {
      listeners.add(value);
      return this;
    }

    /**
     * Writes a checkpoint after each epoch. A directory that already holds one is refused with a
     * {@link CheckpointException}.
     *
     * @param directory where; made if it does not exist
     */
    public Builder checkpoint(Path directory) {
      checkpoint = Optional.of(CheckpointPolicy.startIn(directory));
      return this;
    }

    /**
     * Continues from the checkpoint in that directory, to the same bits as if it had never been
     * interrupted, and writes further ones there. Starts anew if there is none yet.
     *
     * @param directory where; made if it does not exist
     */
    public Builder resume(Path directory) {
      checkpoint = Optional.of(CheckpointPolicy.continueIn(directory));
      return this;
    }

    /** Returns the trainer, with its threads started. */
    public Trainer build() {
      return new Trainer(this);
    }
  }
}
