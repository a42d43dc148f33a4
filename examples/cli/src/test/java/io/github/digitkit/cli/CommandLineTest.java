package io.github.digitkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandLineTest {
  /** All but the one that ends the process itself. */
  static Set<String> commands() {
    Set<String> names = new LinkedHashSet<>(Commands.names());
    names.remove("serve");
    return names;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpOnStandardOutput(String name) {
    Cli.Outcome outcome = Cli.run(name, "--help");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).startsWith("Usage: digitkit " + name).contains("-h, --help");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void everyCommandIsListedWithItsPurpose() {
    for (String name : Commands.names()) {
      assertThat(Cli.run("--help").out()).containsPattern("(?m)^  " + name + " +[A-Z]");
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void anUnknownOptionIsWrongUsage(String name) {
    Cli.Outcome outcome = Cli.run(name, "--no-such-option");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("Usage: digitkit " + name);
  }

  @Test
  void noCommandAndAnUnknownCommandAreWrongUsage() {
    assertThat(Cli.run().status()).isEqualTo(2);
    assertThat(Cli.run("recognise-all").status()).isEqualTo(2);
    assertThat(Cli.run("recognise-all").out()).isEmpty();
  }

  @Test
  void anArgumentFileStandsForItsArguments(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("args"), "summary\n--json\n");
    assertThat(Cli.run("@" + file)).isEqualTo(Cli.run("summary", "--json"));
    Path option = Files.writeString(folder.resolve("option"), "--json");
    assertThat(Cli.run("summary", "@" + option)).isEqualTo(Cli.run("summary", "--json"));
  }

  @Test
  void versionNamesDigitKitAndJava() {
    assertThat(Cli.run("version").out()).contains("digitkit", System.getProperty("java.version"));
    assertThat(Cli.run("version", "--json").out()).startsWith("{\"version\":");
    assertThat(Cli.run("--version").out()).startsWith("digitkit ");
  }

  @Test
  void anExpectedFailureIsOneLineAndAMistakeOfOursShowsItsTrace() {
    Cli.Outcome missing = Cli.run("summary", "--model", "no/such/file");
    assertThat(missing.status()).isEqualTo(1);
    assertThat(missing.err())
        .isEqualToIgnoringNewLines("digitkit: no/such/file: no such file or folder");
  }
}
