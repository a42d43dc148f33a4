package io.github.digitkit.train;

import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.Sequential;
import io.github.digitkit.nn.layer.Conv2D;
import io.github.digitkit.nn.layer.Dropout;
import io.github.digitkit.train.data.Dataset;
import io.github.digitkit.train.data.EpochSource;
import io.github.digitkit.train.data.augment.AugmentationPipeline;
import io.github.digitkit.train.data.augment.AugmentationSets;
import io.github.digitkit.train.data.synthetic.RecipeMixture;
import io.github.digitkit.train.optimizer.Adam;
import io.github.digitkit.train.optimizer.AdamW;
import io.github.digitkit.train.schedule.Cosine;
import java.util.List;
import java.util.stream.Stream;

/**
 * A named way to train a digit reader: network, pictures and settings that belong together.
 *
 * @param name how the command line calls it
 * @param network the architecture
 * @param augmentation what changes every picture anew
 * @param mixture what an epoch is made of
 * @param settings how to train
 */
public record TrainingRecipe(
    String name,
    Sequential network,
    AugmentationPipeline augmentation,
    Mixture mixture,
    TrainingSettings settings) {

  /** What an epoch is made of. */
  public enum Mixture {
    /** The data set alone. */
    DIGITS,
    /** The data set, synthetic digits and pictures that are no digit: see {@link RecipeMixture}. */
    DIGITS_AND_SYNTHETIC
  }

  /** The report's: ten classes, no augmentation, 10 epochs, batches of 32, Adam at 0.001. */
  public static TrainingRecipe plain() {
    return new TrainingRecipe(
        "plain",
        DigitNetworks.report(),
        AugmentationSets.none(),
        Mixture.DIGITS,
        TrainingSettings.defaults());
  }

  /**
   * That of the bundled weights: an eleventh class for what is no digit, the whole mixture, the
   * wide augmentation, 100 epochs, batches of 128, AdamW with a rate that rises to 0.002 over 15 %
   * of the steps and falls along half a cosine.
   */
  public static TrainingRecipe defaults() {
    return new TrainingRecipe(
        "default",
        DigitNetworks.reportWithNoDigitClass(),
        AugmentationSets.wide(),
        Mixture.DIGITS_AND_SYNTHETIC,
        TrainingSettings.defaults()
            .withEpochs(100)
            .withBatchSize(128)
            .withOptimizer(new AdamW(new Adam(0.9, 0.999, 1e-8), 0))
            .withSchedule(new Cosine(2e-3, 0.15)));
  }

  /** The names that {@link #named} knows. */
  public static List<String> names() {
    return List.of("plain", "default");
  }

  /**
   * The recipe with this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static TrainingRecipe named(String name) {
    return switch (name) {
      case "plain" -> plain();
      case "default" -> defaults();
      default ->
          throw new IllegalArgumentException(
              "recipe: expected one of %s, got '%s'".formatted(names(), name));
    };
  }

  /** The same with other settings. */
  public TrainingRecipe withSettings(TrainingSettings value) {
    return new TrainingRecipe(name, network, augmentation, mixture, value);
  }

  /** The same with that augmentation. */
  public TrainingRecipe withAugmentation(AugmentationPipeline value) {
    return new TrainingRecipe(name, network, value, mixture, settings);
  }

  /**
   * The same with another dropout.
   *
   * @param rate the share dropped in each of the network's three places, at least 0 and below 1
   */
  public TrainingRecipe withDropout(float rate) {
    return withNetwork(width(), rate);
  }

  /**
   * The same with more filters.
   *
   * @param times how many times the report's filters each convolution has, at least 1
   */
  public TrainingRecipe withWidth(int times) {
    return withNetwork(times, dropout());
  }

  private TrainingRecipe withNetwork(int width, float dropout) {
    int classes = network.outputShape().size();
    Sequential other = DigitNetworks.convolutional(classes, width, dropout);
    return new TrainingRecipe(name, other, augmentation, mixture, settings);
  }

  private int width() {
    return layers(Conv2D.class).findFirst().orElseThrow().filters() / DigitNetworks.FILTERS;
  }

  private float dropout() {
    return layers(Dropout.class).findFirst().orElseThrow().rate();
  }

  private <T> Stream<T> layers(Class<T> type) {
    return network.nodes().stream()
        .map(Sequential.Node::layer)
        .filter(type::isInstance)
        .map(type::cast);
  }

  /**
   * The epochs to train on, drawn by the settings' seed.
   *
   * @param digits 28x28, ten classes
   */
  public EpochSource epochs(Dataset digits) {
    EpochSource.Builder epochs =
        switch (mixture) {
          case DIGITS -> EpochSource.of(digits).seed(settings.seed());
          case DIGITS_AND_SYNTHETIC -> RecipeMixture.of(digits, settings.seed());
        };
    return epochs.augmentation(augmentation).build();
  }
}
