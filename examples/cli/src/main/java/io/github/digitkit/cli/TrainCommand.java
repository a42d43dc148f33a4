package io.github.digitkit.cli;

import io.github.digitkit.mnist.Split;
import io.github.digitkit.nn.Classifier;
import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.ModelFile;
import io.github.digitkit.recognizer.DigitRecognizer;
import io.github.digitkit.train.Trainer;
import io.github.digitkit.train.TrainingListener;
import io.github.digitkit.train.TrainingRecipe;
import io.github.digitkit.train.TrainingResult;
import io.github.digitkit.train.data.Dataset;
import io.github.digitkit.train.data.EpochSource;
import io.github.digitkit.train.metric.Evaluation;
import io.github.digitkit.train.metric.Evaluator;
import io.github.digitkit.train.report.CsvLog;
import io.github.digitkit.train.report.HtmlReport;
import io.github.digitkit.train.report.JsonLog;
import io.github.digitkit.train.report.LearningCurve;
import io.github.digitkit.train.report.PlainProgress;
import io.github.digitkit.train.report.ProgressBar;
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
      names = "--report",
      paramLabel = "DIR",
      description =
          "Write a page with learning curves, confusion matrix and the misread digits,"
              + " and logs as CSV and JSON.")
  private @Nullable Path report;

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
    TrainingRecipe recipe = options.chosen();
    prepareOutput();
    DigitSet digits = data.load(Split.TRAIN, err());
    int size = digits.digits().size();
    int kept = size - validationCount(size);
    Dataset training = digits.digits().range(0, kept);
    Optional<Dataset> judges =
        kept == size ? Optional.empty() : Optional.of(digits.digits().range(kept, size));
    TrainingResult result = fit(recipe, training, judges);
    finish(new ModelCard(recipe, digits).complete(result.model(), judges), recipe, result);
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

  private TrainingResult fit(TrainingRecipe recipe, Dataset training, Optional<Dataset> judges)
      throws IOException {
    Trainer.Builder builder =
        Trainer.builder(recipe.network())
            .settings(recipe.settings())
            .threads(threads)
            .listener(progress());
    if (report != null) {
      Files.createDirectories(report);
      builder
          .listener(new CsvLog(report.resolve("training.csv")))
          .listener(new JsonLog(report.resolve("training.jsonl")));
    }
    if (checkpoint != null) {
      builder = resume ? builder.resume(checkpoint) : builder.checkpoint(checkpoint);
    }
    EpochSource epochs = recipe.epochs(training);
    try (Trainer trainer = builder.build()) {
      return judges.isPresent() ? trainer.fit(epochs, judges.get()) : trainer.fit(epochs);
    }
  }

  /** The launcher says whether standard error is a terminal, which a JVM cannot find out. */
  private static TrainingListener progress() {
    return Boolean.getBoolean("digitkit.terminal")
        ? new ProgressBar(System.err)
        : new PlainProgress(System.err);
  }

  private void finish(Model calibrated, TrainingRecipe recipe, TrainingResult result)
      throws IOException {
    Optional<DigitSet> digits = data.loadIfPresent(Split.TEST, err());
    Classifier classifier = DigitRecognizer.builder().model(calibrated).build().classifier();
    Optional<Evaluation> test =
        digits.map(set -> Evaluator.evaluate(classifier, set.digits(), threads));
    Model model = test.map(t -> ModelCard.withTestAccuracy(calibrated, t)).orElse(calibrated);
    ModelFile.save(model, out);
    if (report != null) {
      LearningCurve.write(report.resolve("learning-curve.png"), result.history());
      if (test.isPresent()) {
        HtmlReport.write(
            report.resolve("report.html"),
            recipe.settings().asText(),
            result.history(),
            test.get(),
            digits.orElseThrow().digits());
      }
    }
    TrainingReport summary = new TrainingReport(out, result, test);
    out().println(json ? summary.json() : summary.text());
  }
}
