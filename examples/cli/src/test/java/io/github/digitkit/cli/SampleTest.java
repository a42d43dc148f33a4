package io.github.digitkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled weights, from the command line. */
class SampleTest {
  @TempDir private Path folder;

  @Test
  void theSampleIsAFive() {
    Cli.Outcome outcome = Cli.run("recognize", sample(), "--json");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("\"digit\":5,", "\"rejected\":null,");
  }

  @Test
  void aRowOfZerosIsANumberWithABoxForEach() throws IOException {
    String row = Pictures.zeros(folder.resolve("row.png"), 3).toString();
    Cli.Outcome outcome = Cli.run("recognize", "--number", "--json", row);
    assertThat(outcome.out()).contains("\"text\":\"000\",");
    assertThat(outcome.out().split("\"box\":\\[", -1)).hasSize(4);
    assertThat(Cli.run("recognize", "--number", row).out()).startsWith(row + ": 000 (");
  }

  @Test
  void aPageGivesEachDigitItsLine() throws IOException {
    String row = Pictures.zeros(folder.resolve("row.png"), 3).toString();
    Cli.Outcome outcome = Cli.run("recognize", "--all", "--json", row);
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("\"line\":0}");
  }

  @Test
  void aNumberAndAPageAtOnceAreWrongUsage() {
    assertThat(Cli.run("recognize", "--all", "--number", sample()).status()).isEqualTo(2);
  }

  private static String sample() {
    return TestData.repository().resolve("examples/samples/five.png").toString();
  }
}
