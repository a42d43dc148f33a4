package io.github.digitkit.cli;

import io.github.digitkit.recognizer.DigitRecognizer;
import io.github.digitkit.recognizer.image.DecodedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Reads the digits in picture files. Its options are described in code, not by annotations as those
 * of the other commands: reading annotations takes longer than reading a digit.
 */
final class RecognizeCommand implements Callable<Integer> {
  private final PositionalParamSpec files =
      PositionalParamSpec.builder()
          .paramLabel("FILE")
          .arity("1..*")
          .required(true)
          .type(List.class)
          .auxiliaryTypes(Path.class)
          .description("Picture files.")
          .build();

  private final OptionSpec number = flag("--number", "Read a line of digits.").build();
  private final OptionSpec all = flag("--all", "Read every digit of a page.").build();
  private final OptionSpec json =
      flag("--json", "Print one JSON object a picture, a line each.").build();

  private final OptionSpec explain =
      OptionSpec.builder("--explain")
          .paramLabel("DIR")
          .type(Path.class)
          .description("Write into DIR, for each picture, what the network saw and what mattered.")
          .build();

  private final OptionSpec help =
      flag("--help", "Show this help and exit.").names("-h", "--help").usageHelp(true).build();

  private final RecognizerOptions options = new RecognizerOptions();
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private RecognizeCommand() {
    spec.name("recognize").addPositional(files).addMixin("recognizer", options.spec);
    spec.addArgGroup(ArgGroupSpec.builder().exclusive(true).addArg(number).addArg(all).build());
    spec.addOption(json).addOption(explain).addOption(help);
    spec.usageMessage()
        .description(
            "Read the digit in each picture: PNG, JPEG, GIF, BMP, TIFF or PNM, told by content.",
            "A file that cannot be read is reported, the others are still read; the status is then"
                + " 1.");
  }

  private static OptionSpec.Builder flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).description(description);
  }

  /** A fresh command with its description. */
  static CommandSpec spec() {
    return new RecognizeCommand().spec;
  }

  @Override
  public Integer call() throws IOException {
    DigitRecognizer recognizer = options.load(spec.commandLine());
    Reader reader = reader(recognizer);
    @Nullable Path folder = explain.getValue();
    Explanations explanations = folder == null ? null : new Explanations(recognizer, folder);
    int status = CliCommand.DONE;
    for (Path file : files.<List<Path>>getValue()) {
      try {
        DecodedImage picture = recognizer.decoder().decodeWithOrigin(file);
        print(file, reader.read(picture));
        if (explanations != null) {
          explanations.write(file, picture.image());
        }
      } catch (IOException e) {
        complain(file, e);
        status = CliCommand.FAILED;
      }
    }
    return status;
  }

  private Reader reader(DigitRecognizer recognizer) {
    if (given(number)) {
      return NumberReader.ofLines(recognizer);
    }
    return given(all) ? NumberReader.ofPages(recognizer) : new SingleReader(recognizer);
  }

  private static boolean given(OptionSpec flag) {
    @Nullable Boolean value = flag.getValue();
    return value != null && value;
  }

  private void print(Path file, Reader.Answer answer) {
    println(given(json) ? answer.json(file).toString() : file + ": " + answer.text());
  }

  private void println(String line) {
    spec.commandLine().getOut().println(line);
  }

  private void complain(Path file, IOException e) {
    String reason = Failures.message(e);
    String prefix = file + ": ";
    String bare = reason.startsWith(prefix) ? reason.substring(prefix.length()) : reason;
    if (given(json)) {
      println(new JsonObject().put("file", file).put("error", bare).toString());
    } else {
      spec.commandLine().getErr().println("digitkit: " + prefix + bare);
    }
  }
}
