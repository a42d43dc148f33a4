package io.github.digitkit.cli;

import io.github.digitkit.recognizer.DigitRecognizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * The options that choose a recogniser. Described in code, not by annotations, because {@link
 * RecognizeCommand} has them: see there.
 */
final class RecognizerOptions {
  private final OptionSpec models =
      OptionSpec.builder("--model")
          .paramLabel("FILE")
          .type(List.class)
          .auxiliaryTypes(Path.class)
          .description(
              "A weights file instead of the bundled one; the networks of all are averaged.")
          .build();

  private final OptionSpec views =
      OptionSpec.builder("--views")
          .paramLabel("N")
          .type(Integer.class)
          .description(
              "Average over 1 to 7 looks at each digit (default 1, and 7 where it is in doubt).")
          .build();

  private final OptionSpec errorsAtMost =
      OptionSpec.builder("--errors-at-most")
          .paramLabel("SHARE")
          .type(Double.class)
          .description(
              "Refuse answers so that at most this share of the accepted is wrong, like 0.01.")
          .build();

  /** The options alone, to be mixed into a command. */
  final CommandSpec spec = networkSpec().addOption(errorsAtMost);

  /** Those that matter to a command that refuses nothing. */
  CommandSpec networkSpec() {
    return CommandSpec.create().addOption(models).addOption(views);
  }

  /**
   * @param command whose options they are
   * @throws ParameterException if there are no so many views
   */
  DigitRecognizer load(CommandLine command) throws IOException {
    DigitRecognizer.Builder builder = DigitRecognizer.builder();
    @Nullable Integer looks = views.getValue();
    if (looks != null) {
      try {
        builder.views(looks);
      } catch (IllegalArgumentException e) {
        throw new ParameterException(command, "--" + e.getMessage(), e);
      }
    }
    @Nullable List<Path> files = models.getValue();
    if (files != null) {
      files.forEach(builder::model);
    }
    @Nullable Double errors = errorsAtMost.getValue();
    if (errors != null) {
      builder.errorsAtMost(errors);
    }
    return builder.build();
  }
}
