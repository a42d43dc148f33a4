package io.github.digitkit.cli;

import io.github.digitkit.mnist.Split;
import io.github.digitkit.nn.Classifier;
import io.github.digitkit.train.metric.Evaluation;
import io.github.digitkit.train.metric.Evaluator;
import io.github.digitkit.train.report.EvaluationReport;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Measures one model, or several averaged, on labelled digits. */
@Command(
    name = "evaluate",
    description = {
      "Measure the weights on labelled digits of MNIST's format.",
      "Prints accuracy with its 95 %% interval, loss, calibration error, the confusion matrix and"
          + " the figures of each class."
    })
final class EvaluateCommand extends CliCommand {
  @Mixin private DataOptions data = new DataOptions();

  private final RecognizerOptions options = new RecognizerOptions();

  @Mixin
  @SuppressWarnings("unused") // picocli reads it
  private CommandSpec optionSpec = options.networkSpec();

  @Option(
      names = "--split",
      paramLabel = "train|test",
      defaultValue = "test",
      description = "Which part of the data (default ${DEFAULT-VALUE}).")
  private String split = "test";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads (default: all processors); the result is the same.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Split part = chosenSplit();
    Classifier classifier = options.load(commandLine()).classifier();
    DigitSet digits = data.load(part, err());
    Evaluation evaluation = Evaluator.evaluate(classifier, digits.digits(), threads);
    if (json) {
      out().println(EvaluationReport.json(evaluation));
    } else {
      out().println(EvaluationReport.text(evaluation).stripTrailing());
    }
    return DONE;
  }

  private Split chosenSplit() {
    return switch (split.toLowerCase(Locale.ROOT)) {
      case "train" -> Split.TRAIN;
      case "test" -> Split.TEST;
      default -> throw wrongUsage("--split must be train or test, got '" + split + "'");
    };
  }
}
