package io.github.digitkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCommandTest {
  @TempDir private Path folder;

  @Test
  void aLineAKindAndTheirMean() {
    Cli.Outcome outcome =
        Cli.run(
            "study", "--data", "synthetic", "--limit", "5", "--count", "3", "--kind", "stretched");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .contains("16x16 stretched, black and white", "32x32 stretched", "mean of 2");
  }

  @Test
  void theCurveOfTheBundledWeightsIsDrawn() throws IOException {
    Path file = folder.resolve("curve.svg");
    assertThat(Cli.run("curve", file.toString()).status()).isZero();
    assertThat(Files.readString(file))
        .startsWith("<svg")
        .contains("answers refused")
        .endsWith("</svg>\n");
  }
}
