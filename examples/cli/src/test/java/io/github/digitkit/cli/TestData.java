package io.github.digitkit.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Finds data that is not part of the project; a test without it is skipped. */
final class TestData {
  private TestData() {}

  /** The checkout's root: the folder with the launcher. */
  static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("digitkit"))) {
      folder =
          Objects.requireNonNull(folder.getParent(), "no launcher above the working directory");
    }
    return folder;
  }

  /** MNIST's folder: the property digitkit.mnist, DIGITKIT_MNIST, or ../shared/mnist. */
  static Path mnist() {
    String named = System.getProperty("digitkit.mnist", System.getenv("DIGITKIT_MNIST"));
    Path folder =
        named != null ? Path.of(named) : repository().resolve("../shared/mnist").normalize();
    assumeTrue(Files.isDirectory(folder), "no MNIST in " + folder);
    return folder;
  }
}
