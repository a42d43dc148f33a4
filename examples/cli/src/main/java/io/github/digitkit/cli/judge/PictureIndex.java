package io.github.digitkit.cli.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code index.csv} of a folder of pictures: a header, then a row a picture. Rows whose label
 * is doubtful ({@code check=ambiguous}, {@code digit_like=1}) are left out.
 *
 * @param folder where the pictures lie
 * @param columns the header
 * @param rows by column name
 */
public record PictureIndex(Path folder, List<String> columns, List<Map<String, String>> rows) {
  /** The file's name. */
  public static final String FILE = "index.csv";

  /**
   * Reads the index of a folder.
   *
   * @throws IOException if it cannot be read, has no {@code file} column, or a row of another
   *     length; names file and line
   */
  public static PictureIndex read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    List<String> lines = Files.readAllLines(file);
    List<String> columns = lines.isEmpty() ? List.of() : Arrays.asList(lines.get(0).split(",", -1));
    if (!columns.contains("file")) {
      throw new IOException(file + ": expected a header with a column 'file'");
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] fields = lines.get(i).split(",", -1);
      if (fields.length != columns.size()) {
        throw new IOException(
            "%s, line %d: expected %d fields, got %d"
                .formatted(file, i + 1, columns.size(), fields.length));
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int k = 0; k < fields.length; k++) {
        row.put(columns.get(k), fields[k]);
      }
      if (!isDoubtful(row)) {
        rows.add(row);
      }
    }
    return new PictureIndex(folder, columns, rows);
  }

  private static boolean isDoubtful(Map<String, String> row) {
    return "ambiguous".equals(row.get("check")) || "1".equals(row.get("digit_like"));
  }

  /** The picture of a row. */
  Path picture(Map<String, String> row) {
    return folder.resolve(field(row, "file"));
  }

  /** Who wrote the picture of a row, where the index has a column {@code writer} or {@code set}. */
  Optional<String> writer(Map<String, String> row) {
    return Stream.of("writer", "set").map(row::get).filter(Objects::nonNull).findFirst();
  }

  /** A field that may be missing, then empty. */
  static String field(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }
}
