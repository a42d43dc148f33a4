package io.github.digitkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  void numbersOfEveryKindAreDrawnAndKeptOnceWithWhatTheyShow() throws IOException {
    studyNumbers();
    Cli.Outcome outcome = studyNumbers();
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .contains("number: cropped to the ink", "number: date with slashes", "mean of 38");
    List<String> index = Files.readAllLines(folder.resolve("index.csv"));
    assertThat(index).hasSize(1 + 2 * 38).startsWith("file,text");
    assertThat(index.get(1)).matches("00-0000\\.png,[0-9]{2,7}");
    assertThat(folder.resolve("31-0001.png")).exists();
  }

  private Cli.Outcome studyNumbers() {
    return Cli.run(
        "study",
        "--data",
        "synthetic",
        "--limit",
        "40",
        "--numbers",
        "--count",
        "2",
        "--samples",
        folder.toString());
  }

  @Test
  void pagesAreReadAndTheMisreadOnesKept() throws IOException {
    Path pages = folder.resolve("pages");
    String model = Models.untrained(folder.resolve("untrained.safetensors")).toString();
    Cli.Outcome outcome =
        Cli.run(
            "study",
            "--data",
            "synthetic",
            "--limit",
            "40",
            "--pages",
            "--count",
            "2",
            "--kind",
            "in a box",
            "--model",
            model,
            "--samples",
            pages.toString());
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("all right", "page: each number in a box", "mean of 1");
    assertThat(pages).isDirectoryContaining("glob:**-0000-*-read-*.png");
    assertThat(pages).isDirectoryContaining("glob:**-0001-*-read-*.png");
  }

  @Test
  void twoStudiesAtOnceAreWrongUsage() {
    assertThat(Cli.run("study", "--numbers", "--pages").status()).isEqualTo(2);
  }

  @Test
  void studyingNothingIsWrongUsage() {
    assertThat(Cli.run("study", "--data", "synthetic", "--count", "0").status()).isEqualTo(2);
    Cli.Outcome unknown =
        Cli.run("study", "--data", "synthetic", "--limit", "5", "--numbers", "--kind", "octal");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("no kind contains 'octal'");
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
