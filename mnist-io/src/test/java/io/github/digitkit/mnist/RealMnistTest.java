package io.github.digitkit.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The published files; skipped where they are not at hand. */
class RealMnistTest {
  private Path folder = Path.of("");

  @BeforeEach
  void findFiles() {
    Optional<Path> found = candidates().filter(Files::isDirectory).findFirst();
    assumeTrue(
        found.isPresent(), "MNIST is not here: set -Ddigitkit.mnist=FOLDER or DIGITKIT_MNIST");
    folder = found.orElseThrow();
  }

  @Test
  void trainingSetIsThePublishedOne() throws IOException {
    MnistDataset train = MnistDataset.load(folder, Split.TRAIN);
    assertThat(train).hasToString("MNIST[60000, 28, 28]");
    assertThat(train.provenance().imagesSha256())
        .isEqualTo("ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");
    assertThat(train.provenance().labelsSha256())
        .isEqualTo("65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5");
    assertThat(new int[] {train.label(0), train.label(1), train.label(59_999)})
        .containsExactly(5, 0, 8);
  }

  @Test
  void testSetIsThePublishedOne() throws IOException {
    MnistDataset test = MnistDataset.load(folder, Split.TEST);
    assertThat(test).hasToString("MNIST[10000, 28, 28]");
    assertThat(test.provenance().imagesSha256())
        .isEqualTo("0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7");
    assertThat(test.provenance().labelsSha256())
        .isEqualTo("ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");
    assertThat(test.label(0)).isEqualTo(7);
  }

  private static Stream<Path> candidates() {
    Stream<Path> named =
        Stream.of(
                Optional.ofNullable(System.getProperty("digitkit.mnist")),
                Optional.ofNullable(System.getenv("DIGITKIT_MNIST")))
            .flatMap(Optional::stream)
            .map(Path::of);
    Stream<Path> beside =
        Stream.iterate(Path.of("").toAbsolutePath(), dir -> dir != null, Path::getParent)
            .map(dir -> dir.resolve("../shared/mnist").normalize());
    return Stream.concat(named, beside);
  }
}
