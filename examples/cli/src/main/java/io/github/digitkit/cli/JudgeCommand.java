package io.github.digitkit.cli;

import io.github.digitkit.recognizer.DigitRecognizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the recogniser on folders of labelled pictures. */
@Command(
    name = "judge",
    description = {
      "Measure the recogniser on labelled pictures: a folder with an index.csv, or a folder of such"
          + " folders.",
      "The index has the columns file and label (0 to 9, or none for what is no digit). Rows with"
          + " check=ambiguous or digit_like=1 are left out.",
      "right: the best digit is right, refused or not. All figures are in percent."
    })
final class JudgeCommand extends CliCommand {
  @Parameters(paramLabel = "DIR", description = "The folder.")
  private Path folder = Path.of("");

  @Mixin private RecognizerOptions options = new RecognizerOptions();

  @Option(
      names = "--gallery",
      paramLabel = "FILE",
      description = "Write a page with the pictures that were mistaken and what the network saw.")
  private @Nullable Path gallery;

  @Option(names = "--json", description = "Print one JSON object a set, a line each.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    List<Path> sets = sets();
    DigitRecognizer recognizer = options.load();
    if (!json) {
      out().println(SetScore.HEADER);
    }
    List<SetScore> scores = new ArrayList<>();
    for (Path set : sets) {
      SetScore score = judge(set, recognizer);
      out().println(json ? score.json() : score.line());
      scores.add(score);
    }
    if (gallery != null) {
      MistakesPage.write(gallery, scores);
    }
    return scores.stream().anyMatch(SetScore::hasFailures) ? FAILED : DONE;
  }

  private List<Path> sets() throws IOException {
    if (LabelledPicture.isIndexed(folder)) {
      return List.of(folder);
    }
    List<Path> sets = new ArrayList<>();
    try (var children = Files.newDirectoryStream(folder, Files::isDirectory)) {
      for (Path child : children) {
        if (LabelledPicture.isIndexed(child)) {
          sets.add(child);
        }
      }
    }
    if (sets.isEmpty()) {
      throw new IOException(
          folder + ": no index.csv with the columns file and label, here or one folder below");
    }
    sets.sort(null);
    return sets;
  }

  private SetScore judge(Path set, DigitRecognizer recognizer) throws IOException {
    SetScore score = new SetScore(set.toAbsolutePath().normalize().getFileName().toString());
    for (LabelledPicture picture : LabelledPicture.readIndex(set)) {
      try {
        score.add(picture, recognizer.recognize(picture.file()));
      } catch (IOException e) {
        err().println("digitkit: " + Failures.message(e));
        score.addFailure();
      }
    }
    return score;
  }
}
