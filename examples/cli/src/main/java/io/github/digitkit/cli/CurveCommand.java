package io.github.digitkit.cli;

import io.github.digitkit.recognizer.RejectPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** Draws what refusing costs. */
@Command(
    name = "curve",
    description = {
      "Draw the reject curve of the weights as SVG: the share of wrong answers among the accepted,"
          + " against the share of answers refused, for each threshold of confidence.",
      "It was measured on validation digits, altered as pictures in the wild are."
    })
final class CurveCommand extends CliCommand {
  @Parameters(paramLabel = "FILE", description = "Where to write the drawing.")
  private Path file = Path.of("");

  private final RecognizerOptions options = new RecognizerOptions();

  @Mixin
  @SuppressWarnings("unused") // picocli reads it
  private CommandSpec optionSpec = options.spec;

  @Override
  public Integer call() throws IOException {
    RejectPolicy policy = options.load(commandLine()).rejectPolicy();
    if (policy.curve().isEmpty()) {
      err().println("These weights keep no reject curve.");
      return FAILED;
    }
    Files.writeString(file, RejectCurveSvg.of(policy.curve()));
    return DONE;
  }
}
