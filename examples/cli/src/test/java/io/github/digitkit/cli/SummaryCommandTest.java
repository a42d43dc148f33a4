package io.github.digitkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryCommandTest {
  /** The published table, line by line: name, shape, count. */
  private static final String[][] TABLE = {
    {"conv2d (Conv2D)", "(None, 26, 26, 32)", "320"},
    {"max_pooling2d (MaxPooling2D)", "(None, 13, 13, 32)", "0"},
    {"conv2d_1 (Conv2D)", "(None, 11, 11, 32)", "9248"},
    {"batch_normalization (BatchNormalization)", "(None, 11, 11, 32)", "128"},
    {"conv2d_2 (Conv2D)", "(None, 6, 6, 32)", "25632"},
    {"batch_normalization_1 (BatchNormalization)", "(None, 6, 6, 32)", "128"},
    {"dropout (Dropout)", "(None, 6, 6, 32)", "0"},
    {"conv2d_3 (Conv2D)", "(None, 4, 4, 64)", "18496"},
    {"batch_normalization_2 (BatchNormalization)", "(None, 4, 4, 64)", "256"},
    {"conv2d_4 (Conv2D)", "(None, 2, 2, 64)", "36928"},
    {"batch_normalization_3 (BatchNormalization)", "(None, 2, 2, 64)", "256"},
    {"conv2d_5 (Conv2D)", "(None, 1, 1, 64)", "102464"},
    {"batch_normalization_4 (BatchNormalization)", "(None, 1, 1, 64)", "256"},
    {"dropout_1 (Dropout)", "(None, 1, 1, 64)", "0"},
    {"flatten (Flatten)", "(None, 64)", "0"},
    {"dropout_2 (Dropout)", "(None, 64)", "0"},
    {"dense (Dense)", "(None, 10)", "650"},
  };

  @Test
  void printsThePublishedTable() {
    Cli.Outcome outcome = Cli.run("summary");
    assertThat(outcome.status()).isZero();
    String[] lines =
        outcome.out().lines().filter(line -> line.contains("(None")).toArray(String[]::new);
    assertThat(lines).hasSameSizeAs(TABLE);
    for (int i = 0; i < TABLE.length; i++) {
      assertThat(lines[i].replaceAll("\\s+", " ")).isEqualTo(String.join(" ", TABLE[i]));
    }
    assertThat(outcome.out())
        .contains(
            "Total params: 194,762", "Trainable params: 194,250", "Non-trainable params: 512");
  }

  @Test
  void jsonHasTheSameCounts() {
    assertThat(Cli.run("summary", "--json").out())
        .startsWith("{\"networks\":1,")
        .contains("\"total\":194762,\"trainable\":194250,\"nonTrainable\":512")
        .contains(
            "{\"name\":\"conv2d_2\",\"type\":\"Conv2D\",\"outputShape\":[6,6,32],\"parameters\":25632}");
  }

  @Test
  void aDamagedModelFileIsAFailureThatNamesTheFile(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("damaged.safetensors"), new byte[] {1, 2, 3});
    Cli.Outcome outcome = Cli.run("summary", "--model", file.toString());
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains(file.toString());
  }
}
