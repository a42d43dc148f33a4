package io.github.digitkit.cli;

import io.github.digitkit.train.TrainingSettings;
import io.github.digitkit.train.TrainingSettings.Selection;
import io.github.digitkit.train.data.augment.AugmentationPipeline;
import io.github.digitkit.train.data.augment.AugmentationSets;
import io.github.digitkit.train.optimizer.Adam;
import io.github.digitkit.train.optimizer.AdamW;
import io.github.digitkit.train.optimizer.Optimizer;
import io.github.digitkit.train.optimizer.Sgd;
import io.github.digitkit.train.schedule.Constant;
import io.github.digitkit.train.schedule.Cosine;
import io.github.digitkit.train.schedule.Exponential;
import io.github.digitkit.train.schedule.LearningRateSchedule;
import io.github.digitkit.train.schedule.OneCycle;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how to train: a recipe, and what is to be different from it. */
final class TrainOptions {
  private static final double SGD_MOMENTUM = 0.9;
  private static final double EXPONENTIAL_FALL = 100;
  private static final double ONE_CYCLE_RISE = 0.3;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--recipe",
      paramLabel = "NAME",
      defaultValue = "plain",
      description = {
        "What the other options start from: plain (10 epochs, batches of 32, Adam at 0.001),"
            + " augmented (30 epochs), or bundled (how the bundled weights are made: 60 epochs with"
            + " synthetic digits and an eleventh class). Default ${DEFAULT-VALUE}."
      })
  private Recipe recipe = Recipe.PLAIN;

  @Option(names = "--epochs", paramLabel = "N", description = "Passes over the data.")
  private @Nullable Integer epochs;

  @Option(names = "--batch-size", paramLabel = "N", description = "Pictures a step.")
  private @Nullable Integer batchSize;

  @Option(names = "--learning-rate", paramLabel = "X", description = "The (highest) rate.")
  private @Nullable Double learningRate;

  @Option(
      names = "--schedule",
      paramLabel = "NAME",
      description = "constant, exponential, cosine (with warm-up) or one-cycle.")
  private @Nullable String schedule;

  @Option(
      names = "--warm-up",
      paramLabel = "SHARE",
      defaultValue = "0.15",
      description = "Share of the steps in which cosine rises (default ${DEFAULT-VALUE}).")
  private double warmUp = 0.15;

  @Option(names = "--optimizer", paramLabel = "NAME", description = "adam, adamw or sgd.")
  private @Nullable String optimizer;

  @Option(
      names = "--augment",
      paramLabel = "NAME",
      description = "How every picture is changed, each time anew: none, affine, default or wide.")
  private @Nullable String augment;

  @Option(
      names = "--label-smoothing",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "0 to 1 (default ${DEFAULT-VALUE}).")
  private double labelSmoothing;

  @Option(
      names = "--average-decay",
      paramLabel = "X",
      defaultValue = "0",
      description = "Running average of the weights, such as 0.999; 0 for none (the default).")
  private double averageDecay;

  @Option(
      names = "--patience",
      paramLabel = "N",
      defaultValue = "0",
      description = "Stop after N epochs without a better validation; 0 for never (the default).")
  private int patience;

  @Option(
      names = "--select",
      paramLabel = "last|best",
      defaultValue = "last",
      description = "The last epoch's weights, or the best by validation (default last).")
  private Selected select = Selected.LAST;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Of everything random (default ${DEFAULT-VALUE}).")
  private long seed;

  /** The choice of the epoch, in the command line's words. */
  enum Selected {
    LAST,
    BEST
  }

  /** All that the result follows from but the data, in one line. */
  String describe() {
    return "recipe "
        + recipe.name().toLowerCase(Locale.ROOT)
        + ", augmentation "
        + augmentation().name()
        + ", "
        + settings().asText();
  }

  long seed() {
    return seed;
  }

  Recipe.Mixture mixture() {
    return recipe.mixture();
  }

  AugmentationPipeline augmentation() {
    String name = Objects.requireNonNullElse(augment, recipe.augmentation());
    if (!AugmentationSets.names().contains(name)) {
      throw unknown("--augment", String.join(", ", AugmentationSets.names()), name);
    }
    return AugmentationSets.named(name);
  }

  TrainingSettings settings() {
    return TrainingSettings.defaults()
        .withEpochs(Objects.requireNonNullElse(epochs, recipe.epochs()))
        .withBatchSize(Objects.requireNonNullElse(batchSize, recipe.batchSize()))
        .withOptimizer(chosenOptimizer())
        .withSchedule(chosenSchedule())
        .withLabelSmoothing(labelSmoothing)
        .withAverageDecay(averageDecay)
        .withPatience(patience)
        .withSelection(select == Selected.BEST ? Selection.BEST_ON_VALIDATION : Selection.LAST)
        .withSeed(seed);
  }

  private Optimizer chosenOptimizer() {
    if (optimizer == null) {
      return recipe.optimizer();
    }
    return switch (optimizer) {
      case "adam" -> Adam.defaults();
      case "adamw" -> AdamW.defaults();
      case "sgd" -> Sgd.nesterov(SGD_MOMENTUM);
      default -> throw unknown("--optimizer", "adam, adamw or sgd", optimizer);
    };
  }

  private LearningRateSchedule chosenSchedule() {
    double rate = Objects.requireNonNullElse(learningRate, recipe.learningRate());
    String name = Objects.requireNonNullElse(schedule, recipe.schedule());
    return switch (name) {
      case "constant" -> new Constant(rate);
      case "exponential" -> new Exponential(rate, rate / EXPONENTIAL_FALL);
      case "cosine" -> new Cosine(rate, warmUp);
      case "one-cycle" -> new OneCycle(rate, ONE_CYCLE_RISE);
      default -> throw unknown("--schedule", "constant, exponential, cosine or one-cycle", name);
    };
  }

  private ParameterException unknown(String option, String known, String got) {
    return new ParameterException(
        command.commandLine(), option + " must be " + known + ", got '" + got + "'");
  }
}
