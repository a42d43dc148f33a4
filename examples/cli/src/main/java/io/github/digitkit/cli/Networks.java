package io.github.digitkit.cli;

import io.github.digitkit.nn.EnsembleFile;
import io.github.digitkit.nn.Model;
import io.github.digitkit.recognizer.DigitRecognizer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The networks of weights files. */
final class Networks {
  private static final String BUNDLED = "digits.safetensors";

  private Networks() {}

  /** All networks of the files, in order. */
  static List<Model> load(List<Path> files) throws IOException {
    List<Model> models = new ArrayList<>();
    for (Path file : files) {
      models.addAll(EnsembleFile.load(file));
    }
    return models;
  }

  /** Those in recognizer-api's jar. */
  static List<Model> bundled() throws IOException {
    try (InputStream in = DigitRecognizer.class.getResourceAsStream(BUNDLED)) {
      if (in == null) {
        throw new FileNotFoundException("the bundled weights are not in recognizer-api's jar");
      }
      return EnsembleFile.load(in, BUNDLED);
    }
  }
}
