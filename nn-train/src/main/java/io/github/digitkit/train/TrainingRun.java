package io.github.digitkit.train;

import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.Parameters;
import io.github.digitkit.nn.Sequential;
import io.github.digitkit.train.TrainingSettings.Selection;
import io.github.digitkit.train.checkpoint.TrainingProgress;
import io.github.digitkit.train.data.Dataset;
import io.github.digitkit.train.data.EpochSource;
import io.github.digitkit.train.metric.EpochMetrics;
import io.github.digitkit.train.metric.Evaluator;
import io.github.digitkit.train.metric.Score;
import io.github.digitkit.train.step.TrainingState;
import io.github.digitkit.train.step.TrainingStep;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One call of {@link Trainer#fit}: epoch after epoch. */
final class TrainingRun {
  private final Trainer trainer;
  private final TrainingSettings settings;
  private final Sequential network;
  private final EpochSource source;
  private final Optional<Dataset> validation;
  private final Map<String, String> description;
  private final TrainingState state;
  private final Parameters best;
  private final Map<String, float[]> arrays;
  private final int stepsPerEpoch;
  private TrainingProgress progress = TrainingProgress.none();

  TrainingRun(Trainer trainer, EpochSource source, Optional<Dataset> validation) {
    this.trainer = trainer;
    this.settings = trainer.settings();
    this.network = trainer.network();
    this.source = source;
    this.validation = validation;
    this.description = RunDescription.of(settings, network, trainer.kernels().name(), source);
    Parameters initial = trainer.initialParameters();
    this.state = new TrainingState(network, initial, settings.optimizer(), settings.averageDecay());
    this.best = initial.copy(network);
    this.arrays = new LinkedHashMap<>(state.arraysByName());
    best.asMap().forEach((name, tensor) -> arrays.put("best/" + name, tensor.array()));
    this.stepsPerEpoch = (source.epochSize() + settings.batchSize() - 1) / settings.batchSize();
  }

  TrainingResult run() throws IOException {
    if (trainer.checkpoint().isPresent()) {
      progress = trainer.checkpoint().get().begin(description, arrays);
      state.resumeAt(progress.steps());
    }
    announce();
    if (!finished()) {
      train();
    }
    TrainingResult result = result();
    for (TrainingListener listener : trainer.listeners()) {
      listener.finished(result);
    }
    return result;
  }

  private void announce() throws IOException {
    TrainingPlan plan =
        new TrainingPlan(
            settings,
            source.epochSize(),
            stepsPerEpoch,
            trainer.team().workers(),
            progress.history(),
            description);
    for (TrainingListener listener : trainer.listeners()) {
      listener.started(plan);
    }
  }

  private boolean finished() {
    boolean patienceLost =
        settings.patience() > 0 && progress.epochsSinceBest() >= settings.patience();
    return progress.epochs() >= settings.epochs() || patienceLost;
  }

  private void train() throws IOException {
    int largestBatch = Math.min(settings.batchSize(), source.epochSize());
    TrainingStep step =
        new TrainingStep(
            state,
            trainer.objective(),
            trainer.kernels(),
            trainer.team(),
            largestBatch,
            settings.seed());
    EpochBatches batches = new EpochBatches(source, trainer.team().workers(), progress.epochs());
    while (!finished()) {
      EpochMetrics metrics = trainEpoch(step, batches);
      progress = progress.after(metrics, state.steps());
      if (progress.bestEpoch() == metrics.epoch()) {
        copyElements(state.predictionParameters(), best);
      }
      if (trainer.checkpoint().isPresent()) {
        trainer.checkpoint().get().write(description, progress, arrays);
      }
      for (TrainingListener listener : trainer.listeners()) {
        listener.epochDone(metrics);
      }
    }
  }

  private EpochMetrics trainEpoch(TrainingStep step, EpochBatches batches) throws IOException {
    int epoch = progress.epochs() + 1;
    long start = System.nanoTime();
    batches.begin(source.epoch(epoch - 1));
    long totalSteps = (long) stepsPerEpoch * settings.epochs();
    double lossSum = 0;
    long correct = 0;
    double rate = 0;
    for (int number = 1; number <= stepsPerEpoch; number++) {
      int from = (number - 1) * settings.batchSize();
      int batch = Math.min(settings.batchSize(), source.epochSize() - from);
      batches.moveTo(from);
      rate = settings.schedule().rate(state.steps(), totalSteps);
      step.run(batches, batch, rate);
      requireNumber(step.meanLoss(), epoch, number);
      lossSum += step.meanLoss() * batch;
      correct += step.correct();
      tellStep(epoch, number, lossSum / (from + batch), (double) correct / (from + batch));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    int samples = source.epochSize();
    Score training = new Score(lossSum / samples, (double) correct / samples);
    return new EpochMetrics(epoch, training, validate(), rate, seconds);
  }

  private static void requireNumber(double loss, int epoch, int step) {
    if (!Double.isFinite(loss)) {
      throw new ArithmeticException(
          "the loss is %s in epoch %d, step %d: training diverged; a lower learning rate may help"
              .formatted(loss, epoch, step));
    }
  }

  private void tellStep(int epoch, int step, double loss, double accuracy) throws IOException {
    for (int i = 0; i < trainer.listeners().size(); i++) {
      trainer.listeners().get(i).stepDone(epoch, step, loss, accuracy);
    }
  }

  private Optional<Score> validate() {
    if (validation.isEmpty()) {
      return Optional.empty();
    }
    Model model = model(state.predictionParameters());
    return Optional.of(new Evaluator(trainer.team()).evaluate(model, validation.get()).score());
  }

  private Model model(Parameters parameters) {
    return Model.of(network, parameters, Map.of()).withKernels(trainer.kernels());
  }

  private static void copyElements(Parameters from, Parameters to) {
    from.asMap()
        .forEach(
            (name, tensor) ->
                System.arraycopy(
                    tensor.array(), 0, to.get(name).array(), 0, tensor.array().length));
  }

  private TrainingResult result() {
    boolean useBest = settings.selection() == Selection.BEST_ON_VALIDATION;
    return new TrainingResult(
        model(useBest ? best : state.predictionParameters()),
        useBest ? progress.bestEpoch() : progress.epochs(),
        progress.history());
  }
}
