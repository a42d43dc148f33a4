package io.github.digitkit.cli;

import io.github.digitkit.mnist.Split;
import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.ModelFile;
import io.github.digitkit.nn.Sequential;
import io.github.digitkit.train.Trainer;
import io.github.digitkit.train.TrainingResult;
import io.github.digitkit.train.TrainingSettings;
import io.github.digitkit.train.data.Dataset;
import io.github.digitkit.train.data.EpochSource;
import io.github.digitkit.train.data.augment.AugmentationPipeline;
import io.github.digitkit.train.data.synthetic.RecipeMixture;
import io.github.digitkit.train.metric.Evaluation;
import io.github.digitkit.train.metric.Evaluator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a network and writes its weights. */
@Command(
    name = "train",
    description = {
      "Train the network and write its weights, with calibration and provenance.",
      "The same options, data and kernels give the same file to the last bit on any number of"
          + " threads."
    })
final class TrainCommand extends CliCommand {
  private static final int VALIDATION = 5_000;

  @Mixin private DataOptions data = new DataOptions();
  @Mixin private TrainOptions options = new TrainOptions();

  @Option(
      names = "--validation",
      paramLabel = "N",
      description =
          "Keep the last N pictures of the training data for validation (default 5000,"
              + " or a tenth of small data); 0 for none.")
  private @Nullable Integer validation;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads (default: all processors); the result is the same.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "models/digits.safetensors",
      description = "The weights file (default ${DEFAULT-VALUE}).")
  private Path out = Path.of("models/digits.safetensors");

  @Option(
      names = "--checkpoint",
      paramLabel = "DIR",
      description = "Write all state into DIR after each epoch.")
  private @Nullable Path checkpoint;

  @Option(names = "--resume", description = "Go on from the checkpoint, if there is one.")
  private boolean resume;

  @Option(names = "--json", description = "Print one JSON object at the end.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (resume && checkpoint == null) {
      throw wrongUsage("--resume needs --checkpoint DIR");
    }
    TrainingSettings settings = options.settings();
    AugmentationPipeline augmentation = options.augmentation();
    prepareOutput();
    DigitSet digits = data.load(Split.TRAIN, err());
    int size = digits.digits().size();
    int kept = size - validationCount(size);
    EpochSource epochs = epochs(digits.digits().range(0, kept), augmentation);
    Optional<Dataset> judges =
        kept == size ? Optional.empty() : Optional.of(digits.digits().range(kept, size));
    TrainingResult result = fit(settings, epochs, judges);
    ModelCard card = new ModelCard(options.describe(), options.seed(), digits);
    finish(card.complete(result.model(), judges, threads), result);
    return DONE;
  }

  /** Fails before the training rather than after it. */
  private void prepareOutput() throws IOException {
    Path folder = out.toAbsolutePath().getParent();
    if (Files.isDirectory(out) || folder == null) {
      throw wrongUsage("--out must name a file, got the folder " + out);
    }
    Files.createDirectories(folder);
  }

  private int validationCount(int pictures) {
    int count = validation == null ? Math.min(VALIDATION, pictures / 10) : validation;
    if (count < 0 || count >= pictures) {
      throw wrongUsage("--validation must be 0 to " + (pictures - 1) + ", got " + count);
    }
    return count;
  }

  private TrainingResult fit(
      TrainingSettings settings, EpochSource epochs, Optional<Dataset> judges) throws IOException {
    Trainer.Builder builder =
        Trainer.builder(network())
            .settings(settings)
            .threads(threads)
            .listener(new EpochLines(err()));
    if (checkpoint != null) {
      builder = resume ? builder.resume(checkpoint) : builder.checkpoint(checkpoint);
    }
    try (Trainer trainer = builder.build()) {
      return judges.isPresent() ? trainer.fit(epochs, judges.get()) : trainer.fit(epochs);
    }
  }

  private Sequential network() {
    return switch (options.mixture()) {
      case DIGITS -> DigitNetworks.report();
      case WITH_NON_DIGITS -> DigitNetworks.reportWithNoDigitClass();
    };
  }

  private EpochSource epochs(Dataset training, AugmentationPipeline augmentation) {
    EpochSource.Builder builder =
        switch (options.mixture()) {
          case DIGITS -> EpochSource.of(training).seed(options.seed());
          case WITH_NON_DIGITS -> RecipeMixture.of(training, options.seed());
        };
    return builder.augmentation(augmentation).build();
  }

  private void finish(Model calibrated, TrainingResult result) throws IOException {
    Optional<Evaluation> test =
        data.loadIfPresent(Split.TEST, err())
            .map(set -> Evaluator.evaluate(CalibratedDigits.of(calibrated), set.digits(), threads));
    Model model = test.map(t -> ModelCard.withTestAccuracy(calibrated, t)).orElse(calibrated);
    ModelFile.save(model, out);
    TrainingReport report = new TrainingReport(out, result, test);
    out().println(json ? report.json() : report.text());
  }
}
