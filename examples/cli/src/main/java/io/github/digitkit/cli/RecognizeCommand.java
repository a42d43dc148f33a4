package io.github.digitkit.cli;

import io.github.digitkit.recognizer.DigitRecognizer;
import io.github.digitkit.recognizer.image.DecodedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads the digits in picture files. */
@Command(
    name = "recognize",
    description = {
      "Read the digit in each picture: PNG, JPEG, GIF, BMP, TIFF or PNM, told by content.",
      "A file that cannot be read is reported, the others are still read; the status is then 1."
    })
final class RecognizeCommand extends CliCommand {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Picture files.")
  private List<Path> files = List.of();

  @Mixin private RecognizerOptions options = new RecognizerOptions();

  @ArgGroup(exclusive = true)
  private @Nullable Several several;

  /** How a picture with several digits is read. */
  static final class Several {
    @Option(names = "--number", required = true, description = "Read a line of digits.")
    private boolean number;

    @Option(names = "--all", required = true, description = "Read every digit of a page.")
    @SuppressWarnings("unused") // what is not a number is a page
    private boolean all;
  }

  @Option(names = "--json", description = "Print one JSON object a picture, a line each.")
  private boolean json;

  @Option(
      names = "--explain",
      paramLabel = "DIR",
      description = "Write into DIR, for each picture, what the network saw and what mattered.")
  private @Nullable Path explain;

  @Override
  public Integer call() throws IOException {
    DigitRecognizer recognizer = options.load();
    Reader reader = reader(recognizer);
    Explanations explanations = explain == null ? null : new Explanations(recognizer, explain);
    int status = DONE;
    for (Path file : files) {
      try {
        DecodedImage picture = recognizer.decoder().decodeWithOrigin(file);
        print(file, reader.read(picture));
        if (explanations != null) {
          explanations.write(file, picture.image());
        }
      } catch (IOException e) {
        complain(file, e);
        status = FAILED;
      }
    }
    return status;
  }

  private Reader reader(DigitRecognizer recognizer) {
    if (several == null) {
      return new SingleReader(recognizer);
    }
    return several.number ? NumberReader.ofLines(recognizer) : NumberReader.ofPages(recognizer);
  }

  private void print(Path file, Reader.Answer answer) {
    out().println(json ? answer.json(file) : file + ": " + answer.text());
  }

  private void complain(Path file, IOException e) {
    String reason = Failures.message(e);
    String prefix = file + ": ";
    String bare = reason.startsWith(prefix) ? reason.substring(prefix.length()) : reason;
    if (json) {
      out().println(new JsonObject().put("file", file).put("error", bare));
    } else {
      err().println("digitkit: " + prefix + bare);
    }
  }
}
