package io.github.digitkit.cli;

import io.github.digitkit.cli.judge.Judge;
import io.github.digitkit.cli.judge.JudgeTable;
import io.github.digitkit.cli.judge.SetResult;
import io.github.digitkit.recognizer.DigitRecognizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the recogniser on folders of labelled pictures. */
@Command(
    name = "judge",
    description = {
      "Measure the recogniser on labelled pictures: a folder with an index.csv, or a folder of such"
          + " folders.",
      "The index has the columns file and label (0 to 9, or none for what is no digit), or file and"
          + " text (the digits of a line). Rows with check=ambiguous or digit_like=1 are left out.",
      "right: the best digit is right, refused or not; of what is no digit, the share refused. All"
          + " shares are in percent.",
      "writers: the mean over the writers, where the index has a column writer or set.",
      "err@90, err@80: the share of errors that remains when the least confident tenth or fifth is"
          + " refused."
    })
final class JudgeCommand extends CliCommand {
  @Parameters(paramLabel = "DIR", description = "The folder.")
  private Path folder = Path.of("");

  private final RecognizerOptions options = new RecognizerOptions();

  @Mixin
  @SuppressWarnings("unused") // picocli reads it
  private CommandSpec optionSpec = options.spec;

  @Option(
      names = "--gallery",
      paramLabel = "FILE",
      description = "Write a page with the mistakes and what the network saw of them.")
  private @Nullable Path gallery;

  @Option(names = "--json", description = "Print one JSON object a set, a line each.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    List<Path> sets = Judge.sets(folder);
    DigitRecognizer recognizer = options.load(commandLine());
    Judge judge = new Judge(recognizer);
    MistakesPage page = new MistakesPage(recognizer);
    List<SetResult> results = new ArrayList<>();
    for (Path set : sets) {
      SetResult result = judge.judge(set);
      results.add(result);
      if (json) {
        out().println(describe(result));
      }
      if (gallery != null) {
        page.add(set, result);
      }
    }
    if (!json) {
      out().print(JudgeTable.of(results));
    }
    if (gallery != null) {
      page.write(gallery);
    }
    return DONE;
  }

  private static JsonObject describe(SetResult result) {
    return new JsonObject()
        .put("set", result.name())
        .put("count", result.pictures())
        .put("right", result.rightShare())
        .put("rightByWriter", result.rightByWriter())
        .put("refused", result.refusedShare())
        .put("rightOfAccepted", result.rightOfAccepted())
        .put("wronglyAccepted", result.wronglyAcceptedShare())
        .put("ece", result.calibrationError())
        .put("errorAt90Kept", result.errorsOfMost())
        .put("errorAt80Kept", result.errorsOfMany());
  }
}
