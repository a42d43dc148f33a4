package io.github.digitkit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A picture and what it shows.
 *
 * @param file the picture
 * @param label the digit; empty where the right answer is that it is none
 */
record LabelledPicture(Path file, OptionalInt label) {
  private static final String INDEX = "index.csv";

  /** Whether a folder has the index of labelled single digits. */
  static boolean isIndexed(Path folder) throws IOException {
    Path index = folder.resolve(INDEX);
    return Files.isRegularFile(index) && header(index).contains("label");
  }

  /**
   * Reads a folder's {@code index.csv}: columns {@code file} and {@code label} (0 to 9 or none),
   * and optionally {@code check}, whose {@code ambiguous} rows, and {@code digit_like}, whose rows
   * with 1, are left out.
   */
  static List<LabelledPicture> readIndex(Path folder) throws IOException {
    Path index = folder.resolve(INDEX);
    List<String> names = header(index);
    List<LabelledPicture> pictures = new ArrayList<>();
    for (String line : Files.readAllLines(index)) {
      Map<String, String> row = row(names, line);
      String label = row.getOrDefault("label", "");
      boolean doubtful =
          row.getOrDefault("check", "").equals("ambiguous")
              || row.getOrDefault("digit_like", "").equals("1");
      if (!line.isBlank() && !label.equals("label") && !doubtful) {
        Path file = folder.resolve(row.getOrDefault("file", ""));
        pictures.add(new LabelledPicture(file, parse(label, index)));
      }
    }
    return pictures;
  }

  private static List<String> header(Path index) throws IOException {
    try (var lines = Files.lines(index)) {
      return lines.findFirst().map(line -> List.of(line.split(","))).orElse(List.of());
    }
  }

  private static Map<String, String> row(List<String> names, String line) {
    String[] values = line.split(",", -1);
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(names.size(), values.length); i++) {
      row.put(names.get(i), values[i]);
    }
    return row;
  }

  private static OptionalInt parse(String label, Path index) throws IOException {
    if (label.equals("none")) {
      return OptionalInt.empty();
    }
    if (!label.matches("[0-9]")) {
      throw new IOException(index + ": a label must be 0 to 9 or none, got '" + label + "'");
    }
    return OptionalInt.of(Integer.parseInt(label));
  }
}
