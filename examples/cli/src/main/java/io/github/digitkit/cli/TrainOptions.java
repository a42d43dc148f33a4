package io.github.digitkit.cli;

import io.github.digitkit.train.TrainingRecipe;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how to train: a recipe, and what is to be different from it. */
final class TrainOptions {
  private static final int WIDEST = 16;
  private static final double SGD_MOMENTUM = 0.9;
  private static final double EXPONENTIAL_FALL = 100;
  private static final double ONE_CYCLE_RISE = 0.3;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--recipe",
      paramLabel = "plain|default",
      defaultValue = "plain",
      description = {
        "What the other options start from: plain is 10 epochs, batches of 32, Adam at 0.001;"
            + " default is how the bundled weights are made: 100 epochs, everything augmented, with"
            + " synthetic digits and an eleventh class (if not given: ${DEFAULT-VALUE})."
      })
  private String recipe = "plain";

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
      names = "--dropout",
      paramLabel = "SHARE",
      description = "Share that each of the three dropouts drops: 0 or more, below 1.")
  private @Nullable Float dropout;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "How many times the report's filters each convolution has (default 1).")
  private @Nullable Integer width;

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

  /** The recipe with all that the options change. */
  TrainingRecipe chosen() {
    if (!TrainingRecipe.names().contains(recipe)) {
      throw unknown("--recipe", String.join(" or ", TrainingRecipe.names()), recipe);
    }
    TrainingRecipe named = TrainingRecipe.named(recipe);
    TrainingRecipe wide = width == null ? named : named.withWidth(checked(width));
    TrainingRecipe base = dropout == null ? wide : wide.withDropout(checked(dropout));
    return base.withSettings(settings(base.settings())).withAugmentation(augmentation(base));
  }

  private int checked(int times) {
    if (times < 1 || times > WIDEST) {
      throw unknown("--width", "1 to " + WIDEST, Integer.toString(times));
    }
    return times;
  }

  private float checked(float rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw unknown("--dropout", "at least 0 and below 1", Float.toString(rate));
    }
    return rate;
  }

  private AugmentationPipeline augmentation(TrainingRecipe base) {
    if (augment == null) {
      return base.augmentation();
    }
    if (!AugmentationSets.names().contains(augment)) {
      throw unknown("--augment", String.join(", ", AugmentationSets.names()), augment);
    }
    return AugmentationSets.named(augment);
  }

  private TrainingSettings settings(TrainingSettings base) {
    return base.withEpochs(Objects.requireNonNullElse(epochs, base.epochs()))
        .withBatchSize(Objects.requireNonNullElse(batchSize, base.batchSize()))
        .withOptimizer(optimizer(base.optimizer()))
        .withSchedule(schedule(base.schedule()))
        .withLabelSmoothing(labelSmoothing)
        .withAverageDecay(averageDecay)
        .withPatience(patience)
        .withSelection(select == Selected.BEST ? Selection.BEST_ON_VALIDATION : Selection.LAST)
        .withSeed(seed);
  }

  private Optimizer optimizer(Optimizer base) {
    if (optimizer == null) {
      return base;
    }
    return switch (optimizer) {
      case "adam" -> Adam.defaults();
      case "adamw" -> AdamW.defaults();
      case "sgd" -> Sgd.nesterov(SGD_MOMENTUM);
      default -> throw unknown("--optimizer", "adam, adamw or sgd", optimizer);
    };
  }

  private LearningRateSchedule schedule(LearningRateSchedule base) {
    if (schedule == null && learningRate == null) {
      return base;
    }
    boolean falling = base instanceof Cosine;
    double rate = learningRate == null ? highest(base) : learningRate;
    String name = Objects.requireNonNullElse(schedule, falling ? "cosine" : "constant");
    return switch (name) {
      case "constant" -> new Constant(rate);
      case "exponential" -> new Exponential(rate, rate / EXPONENTIAL_FALL);
      case "cosine" -> new Cosine(rate, warmUp);
      case "one-cycle" -> new OneCycle(rate, ONE_CYCLE_RISE);
      default -> throw unknown("--schedule", "constant, exponential, cosine or one-cycle", name);
    };
  }

  private static double highest(LearningRateSchedule schedule) {
    return schedule instanceof Cosine cosine ? cosine.peak() : schedule.rate(0, 1);
  }

  private ParameterException unknown(String option, String known, String got) {
    return new ParameterException(
        command.commandLine(), option + " must be " + known + ", got '" + got + "'");
  }
}
