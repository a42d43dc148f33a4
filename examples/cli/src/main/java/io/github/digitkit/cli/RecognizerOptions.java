package io.github.digitkit.cli;

import io.github.digitkit.recognizer.DigitRecognizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose a recogniser. */
final class RecognizerOptions {
  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "A weights file instead of the bundled one; the networks of all are averaged.")
  private @Nullable List<Path> models;

  @Option(
      names = "--views",
      paramLabel = "N",
      defaultValue = "1",
      description = "Average over 1 to 7 looks at each digit (default ${DEFAULT-VALUE}).")
  private int views = 1;

  @Option(
      names = "--errors-at-most",
      paramLabel = "SHARE",
      description =
          "Refuse answers so that at most this share of the accepted is wrong, like 0.01.")
  private @Nullable Double errorsAtMost;

  DigitRecognizer load() throws IOException {
    DigitRecognizer.Builder builder = DigitRecognizer.builder().views(views);
    if (models != null) {
      models.forEach(builder::model);
    }
    if (errorsAtMost != null) {
      builder.errorsAtMost(errorsAtMost);
    }
    return builder.build();
  }
}
