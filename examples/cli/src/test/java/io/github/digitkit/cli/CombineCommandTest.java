package io.github.digitkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CombineCommandTest {
  @TempDir private Path folder;
  private String first = "";
  private String second = "";
  private String both = "";

  @BeforeEach
  void prepare() throws IOException {
    first = Models.untrained(folder.resolve("first.safetensors"), 1).toString();
    second = Models.untrained(folder.resolve("second.safetensors"), 2).toString();
    both = folder.resolve("new/both.safetensors").toString();
  }

  @Test
  void theCombinedFileIsEvaluatedAsItsNetworksAre() {
    Cli.Outcome outcome = Cli.run("combine", both, first, second);
    assertThat(outcome).isEqualTo(new Cli.Outcome(0, both + ": 2 networks\n", ""));
    String together = evaluation(both);
    assertThat(together).contains("\"accuracy\":");
    assertThat(together).isEqualTo(evaluation(first, second));
    assertThat(together).isNotEqualTo(evaluation(first)).isNotEqualTo(evaluation(second));
    assertThat(evaluation(first, first)).isEqualTo(evaluation(first));
  }

  @Test
  void theCombinedFileReadsPicturesAsItsNetworksDo() throws IOException {
    String picture = Pictures.one(folder.resolve("one.png")).toString();
    Cli.run("combine", both, first, second);
    Cli.Outcome apart =
        Cli.run("recognize", "--json", "--model", first, "--model", second, picture);
    assertThat(Cli.run("recognize", "--json", "--model", both, picture)).isEqualTo(apart);
    assertThat(apart.status()).isZero();
  }

  @Test
  void combinedFilesCanBeCombinedAgainAndTheSummaryCountsTheirNetworks() {
    Cli.run("combine", both, first, second);
    String three = folder.resolve("three.safetensors").toString();
    assertThat(Cli.run("combine", three, both, first).out()).isEqualTo(three + ": 3 networks\n");
    assertThat(Cli.run("summary", "--model", three).out())
        .isEqualTo("3 networks; the first:\n" + Cli.run("summary", "--model", first).out());
    assertThat(Cli.run("summary", "--model", three, "--json").out())
        .startsWith("{\"networks\":3,\"inputShape\":[28,28,1],");
  }

  @Test
  void oneFileAloneIsCopied() {
    assertThat(Cli.run("combine", both, first).out()).isEqualTo(both + ": 1 network\n");
    assertThat(Path.of(both)).hasSameBinaryContentAs(Path.of(first));
  }

  @Test
  void anExistingFileIsNeverOverwritten() throws IOException {
    byte[] before = Files.readAllBytes(Path.of(first));
    Cli.Outcome outcome = Cli.run("combine", first, second, second);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("OUT must be a new file", first);
    assertThat(Path.of(first)).hasBinaryContent(before);
  }

  @Test
  void noFileToCombineIsWrongUsage() {
    assertThat(Cli.run("combine").status()).isEqualTo(2);
    assertThat(Cli.run("combine", both).status()).isEqualTo(2);
  }

  @Test
  void aDamagedOrMissingFileIsAFailureThatNamesItAndWritesNothing() throws IOException {
    Path damaged = Files.write(folder.resolve("damaged.safetensors"), new byte[] {1, 2, 3});
    for (String file : List.of(damaged.toString(), folder.resolve("missing").toString())) {
      Cli.Outcome outcome = Cli.run("combine", both, first, file);
      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err()).startsWith("digitkit: " + file);
      assertThat(Path.of(both)).doesNotExist();
    }
  }

  private static String evaluation(String... models) {
    List<String> args =
        new ArrayList<>(List.of("evaluate", "--data", "synthetic", "--limit", "200", "--json"));
    for (String model : models) {
      args.add("--model");
      args.add(model);
    }
    Cli.Outcome outcome = Cli.run(args.toArray(String[]::new));
    assertThat(outcome.err()).doesNotContain("digitkit: ");
    assertThat(outcome.status()).isZero();
    return outcome.out();
  }
}
