package io.github.digitkit.cli;

import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.ModelFile;
import io.github.digitkit.recognizer.DigitRecognizer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** The weights in recognizer-api's jar, as a model. */
final class BundledModel {
  private static final String NAME = "digits.safetensors";

  private BundledModel() {}

  static Model load() throws IOException {
    try (InputStream in = DigitRecognizer.class.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new FileNotFoundException("the bundled weights are not in recognizer-api's jar");
      }
      return ModelFile.load(in, NAME);
    }
  }
}
