package io.github.digitkit.cli;

import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.ModelFile;
import io.github.digitkit.nn.Parameters;
import io.github.digitkit.nn.Sequential;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Weights files for tests that need a model but not a good one. */
final class Models {
  private Models() {}

  /** The network with its first random weights. */
  static Path untrained(Path file) throws IOException {
    return untrained(file, 1);
  }

  /** The network with the random weights of a seed. */
  static Path untrained(Path file, long seed) throws IOException {
    Sequential network = DigitNetworks.reportWithNoDigitClass();
    ModelFile.save(Model.of(network, Parameters.initialized(network, seed), Map.of()), file);
    return file;
  }
}
