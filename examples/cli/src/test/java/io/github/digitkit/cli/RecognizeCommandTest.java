package io.github.digitkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecognizeCommandTest {
  @TempDir private Path folder;
  private String model = "";
  private String one = "";
  private String zero = "";

  @BeforeEach
  void prepare() throws IOException {
    model = Models.untrained(folder.resolve("model.safetensors")).toString();
    one = Pictures.one(folder.resolve("one.png")).toString();
    zero = Pictures.zero(folder.resolve("zero.png")).toString();
  }

  @Test
  void jsonHasOneObjectALineWithTheProbabilitiesOfTenDigits() {
    Cli.Outcome outcome = Cli.run("recognize", "--model", model, "--json", one, zero);
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
    List<String> lines = outcome.out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .startsWith("{\"file\":\"" + one + "\",\"digit\":")
        .matches(".*\"confidence\":[01]\\.\\d+,\"rejected\":(null|\"[A-Z_]+\"),.*")
        .matches(".*\"probabilities\":\\[([01]\\.\\d+,){9}[01]\\.\\d+]}");
    assertThat(lines.get(1)).startsWith("{\"file\":\"" + zero + "\"");
  }

  @Test
  void aFileThatCannotBeReadIsReportedAndTheOthersAreRead() throws IOException {
    String text = Files.writeString(folder.resolve("notes.png"), "no picture").toString();
    String missing = folder.resolve("missing.png").toString();
    Cli.Outcome outcome =
        Cli.run("recognize", "--model", model, "--json", one, text, missing, zero);
    assertThat(outcome.status()).isEqualTo(1);
    List<String> lines = outcome.out().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).contains("\"digit\":");
    assertThat(lines.get(1)).startsWith("{\"file\":\"" + text + "\",\"error\":\"");
    assertThat(lines.get(2)).isEqualTo("{\"file\":\"" + missing + "\",\"error\":\"no such file\"}");
    assertThat(lines.get(3)).contains("\"digit\":");
  }

  @Test
  void inTextErrorsGoToStandardErrorAndAnswersToStandardOutput() {
    String missing = folder.resolve("missing.png").toString();
    Cli.Outcome outcome = Cli.run("recognize", "--model", model, missing, one);
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out().lines()).singleElement().asString().startsWith(one + ": ");
    assertThat(outcome.err()).isEqualToIgnoringNewLines("digitkit: " + missing + ": no such file");
  }

  @Test
  void explainWritesAPictureForEachFile() throws IOException {
    Path explained = folder.resolve("new/explained");
    Cli.Outcome outcome =
        Cli.run("recognize", "--model", model, "--explain", explained.toString(), one, one);
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out().lines()).hasSize(2);
    BufferedImage picture = ImageIO.read(explained.resolve("one.png-explained.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(2 * picture.getHeight());
    assertThat(explained.resolve("one.png-explained-2.png")).exists();
  }

  @Test
  void wrongWeightsFailBeforeAnyPictureIsRead() throws IOException {
    String damaged = Files.writeString(folder.resolve("damaged"), "no weights").toString();
    Cli.Outcome outcome = Cli.run("recognize", "--model", damaged, one);
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains(damaged);
  }

  @Test
  void noFileOrANumberOfViewsOutOfRangeIsWrongUsage() {
    assertThat(Cli.run("recognize").status()).isEqualTo(2);
    assertThat(Cli.run("recognize", "--views", "many", one).status()).isEqualTo(2);
    Cli.Outcome outcome = Cli.run("recognize", "--views", "8", one);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("--views must be 1 to 7, but got 8");
  }
}
