package io.github.digitkit.cli.judge;

import io.github.digitkit.recognizer.DigitRecognizer;
import io.github.digitkit.recognizer.NumberReading;
import io.github.digitkit.recognizer.Recognition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads every picture of sets of labelled pictures and compares. What an index says decides how a
 * picture is read: {@code label} as one digit ({@code none}: it shows no digit), {@code text} as a
 * number, {@code text} with {@code grid_corners_xy_ul_ur_lr_ll} as a page.
 *
 * <p>Immutable and thread-safe.
 */
public final class Judge {
  private final DigitRecognizer recognizer;

  public Judge(DigitRecognizer recognizer) {
    this.recognizer = recognizer;
  }

  /**
   * The sets below a folder: itself or the folders in it that have an index, by name.
   *
   * @throws IOException if the folder cannot be listed or holds no index
   */
  public static List<Path> sets(Path folder) throws IOException {
    if (Files.exists(folder.resolve(PictureIndex.FILE))) {
      return List.of(folder);
    }
    try (Stream<Path> children = Files.list(folder)) {
      List<Path> sets =
          children.filter(c -> Files.exists(c.resolve(PictureIndex.FILE))).sorted().toList();
      if (sets.isEmpty()) {
        throw new IOException(folder + ": no " + PictureIndex.FILE + " in it or one level below");
      }
      return sets;
    }
  }

  /**
   * Judges one set.
   *
   * @param set a folder with an index
   * @throws IOException if the index or a picture cannot be read
   */
  public SetResult judge(Path set) throws IOException {
    PictureIndex index = PictureIndex.read(set);
    Tally tally = new Tally(String.valueOf(set.getFileName()));
    for (Map<String, String> row : index.rows()) {
      if (index.columns().contains(GridTruth.CORNERS)) {
        judgePage(index, row, tally);
      } else if (index.columns().contains("label")) {
        judgeDigit(index, row, tally);
      } else {
        judgeNumber(index, row, tally);
      }
    }
    return tally.result();
  }

  /** Judges all sets below a folder. */
  public List<SetResult> judgeAll(Path folder) throws IOException {
    List<SetResult> results = new ArrayList<>();
    for (Path set : sets(folder)) {
      results.add(judge(set));
    }
    return results;
  }

  private void judgeDigit(PictureIndex index, Map<String, String> row, Tally tally)
      throws IOException {
    Recognition answer = recognizer.recognize(index.picture(row));
    String file = PictureIndex.field(row, "file");
    String label = PictureIndex.field(row, "label");
    String read = Integer.toString(answer.digit());
    if (label.equals("none")) {
      tally.addNonDigit(file, read, answer.confidence(), answer.accepted());
    } else {
      tally.add(file, label, read, answer.confidence(), answer.accepted());
      index.writer(row).ifPresent(writer -> tally.addToWriter(writer, label.equals(read)));
    }
  }

  private void judgeNumber(PictureIndex index, Map<String, String> row, Tally tally)
      throws IOException {
    NumberReading reading = recognizer.readNumber(recognizer.decoder().decode(index.picture(row)));
    boolean accepted =
        !reading.digits().isEmpty()
            && reading.digits().stream().allMatch(digit -> digit.recognition().accepted());
    tally.add(
        PictureIndex.field(row, "file"),
        PictureIndex.field(row, "text"),
        reading.text(),
        reading.confidence(),
        accepted);
  }

  private void judgePage(PictureIndex index, Map<String, String> row, Tally tally)
      throws IOException {
    NumberReading page = recognizer.readAll(recognizer.decoder().decode(index.picture(row)));
    GridTruth.of(row).compare(PictureIndex.field(row, "file"), page, tally);
  }
}
