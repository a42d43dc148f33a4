package io.github.digitkit.train;

import io.github.digitkit.train.loss.SmoothedLabels;
import io.github.digitkit.train.optimizer.Adam;
import io.github.digitkit.train.optimizer.Optimizer;
import io.github.digitkit.train.schedule.Constant;
import io.github.digitkit.train.schedule.LearningRateSchedule;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How to train. The same settings, data, seed and kernels give the same weights to the last bit, on
 * any number of threads.
 *
 * @param epochs passes over the data, at least 1
 * @param batchSize samples a step, at least 1; the last step of an epoch may have fewer
 * @param optimizer how gradients change weights
 * @param schedule the learning rate
 * @param labelSmoothing see {@link SmoothedLabels}, 0 to 1
 * @param averageDecay weight of the old value in the running average of the weights that predicts,
 *     0 to 1; 0 for no average
 * @param patience epochs without a better validation score after which training stops; 0 for never
 * @param selection which epoch's weights are the result
 * @param seed of the first weights and of dropout
 */
public record TrainingSettings(
    int epochs,
    int batchSize,
    Optimizer optimizer,
    LearningRateSchedule schedule,
    double labelSmoothing,
    double averageDecay,
    int patience,
    Selection selection,
    long seed) {

  /** Which epoch's weights are the result. */
  public enum Selection {
    /** Those of the last epoch. */
    LAST,
    /** Those with the highest validation accuracy, then the least validation loss. */
    BEST_ON_VALIDATION
  }

  /** Checks the ranges. */
  public TrainingSettings {
    requireAtLeast("epochs", epochs, 1);
    requireAtLeast("batch size", batchSize, 1);
    requireAtLeast("patience", patience, 0);
    requireFraction("label smoothing", labelSmoothing);
    requireFraction("decay of the weights' average", averageDecay);
  }

  private static void requireAtLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", got " + value);
    }
  }

  private static void requireFraction(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1), got " + value);
    }
  }

  /** The report's: 10 epochs, batches of 32, Adam at 0.001; the last epoch counts; seed 0. */
  public static TrainingSettings defaults() {
    return new TrainingSettings(
        10, 32, Adam.defaults(), new Constant(1e-3), 0, 0, 0, Selection.LAST, 0);
  }

  /** The same with that many epochs. */
  public TrainingSettings withEpochs(int value) {
    return new TrainingSettings(
        value,
        batchSize,
        optimizer,
        schedule,
        labelSmoothing,
        averageDecay,
        patience,
        selection,
        seed);
  }

  /** The same with batches of that size. */
  public TrainingSettings withBatchSize(int value) {
    return new TrainingSettings(
        epochs,
        value,
        optimizer,
        schedule,
        labelSmoothing,
        averageDecay,
        patience,
        selection,
        seed);
  }

  /** The same with that optimizer. */
  public TrainingSettings withOptimizer(Optimizer value) {
    return new TrainingSettings(
        epochs,
        batchSize,
        value,
        schedule,
        labelSmoothing,
        averageDecay,
        patience,
        selection,
        seed);
  }

  /** The same with that schedule. */
  public TrainingSettings withSchedule(LearningRateSchedule value) {
    return new TrainingSettings(
        epochs,
        batchSize,
        optimizer,
        value,
        labelSmoothing,
        averageDecay,
        patience,
        selection,
        seed);
  }

  /** The same with that much label smoothing. */
  public TrainingSettings withLabelSmoothing(double value) {
    return new TrainingSettings(
        epochs, batchSize, optimizer, schedule, value, averageDecay, patience, selection, seed);
  }

  /** The same with weights averaged at that decay. */
  public TrainingSettings withAverageDecay(double value) {
    return new TrainingSettings(
        epochs, batchSize, optimizer, schedule, labelSmoothing, value, patience, selection, seed);
  }

  /** The same, stopping after that many epochs without a better validation score. */
  public TrainingSettings withPatience(int value) {
    return new TrainingSettings(
        epochs,
        batchSize,
        optimizer,
        schedule,
        labelSmoothing,
        averageDecay,
        value,
        selection,
        seed);
  }

  /** The same with that choice of epoch. */
  public TrainingSettings withSelection(Selection value) {
    return new TrainingSettings(
        epochs,
        batchSize,
        optimizer,
        schedule,
        labelSmoothing,
        averageDecay,
        patience,
        value,
        seed);
  }

  /** The same with that seed. */
  public TrainingSettings withSeed(long value) {
    return new TrainingSettings(
        epochs,
        batchSize,
        optimizer,
        schedule,
        labelSmoothing,
        averageDecay,
        patience,
        selection,
        value);
  }

  /** Returns every setting by name, as text: for logs, provenance and checkpoints. */
  public Map<String, String> asText() {
    Map<String, String> text = new LinkedHashMap<>();
    text.put("epochs", String.valueOf(epochs));
    text.put("batch size", String.valueOf(batchSize));
    text.put("optimizer", optimizer.toString());
    text.put("schedule", schedule.toString());
    text.put("label smoothing", String.valueOf(labelSmoothing));
    text.put("average decay", String.valueOf(averageDecay));
    text.put("patience", String.valueOf(patience));
    text.put("selection", selection.name());
    text.put("seed", String.valueOf(seed));
    return text;
  }
}
