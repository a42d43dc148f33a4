package io.github.digitkit.web.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ConfigTest {
  @TempDir Path folder;

  @CommandLine.Command
  private static final class Command {
    @CommandLine.Mixin private ServerOptions options = new ServerOptions();
  }

  private static CommandLine parse(Map<String, String> environment, String... flags)
      throws Exception {
    CommandLine line = new CommandLine(new Command());
    line.setDefaultValueProvider(OptionSources.of(flags, environment));
    line.parseArgs(flags);
    return line;
  }

  private static Settings settings(Map<String, String> environment, String... flags)
      throws Exception {
    return ((Command) parse(environment, flags).getCommand()).options.settings();
  }

  @Test
  void flagsBeatTheEnvironmentWhichBeatsTheFile() throws Exception {
    Path file = Files.writeString(folder.resolve("c"), "port=1\nqueue=2\nmax-upload=3K\n");
    Settings settings =
        settings(
            Map.of("DIGITKIT_PORT", "10", "DIGITKIT_QUEUE", "20"),
            "--config",
            file.toString(),
            "--port=100");
    assertThat(settings.port()).isEqualTo(100);
    assertThat(settings.queue()).isEqualTo(20);
    assertThat(settings.maxUpload()).isEqualTo(3072);
    assertThat(settings.retentionDays()).as("the default").isEqualTo(90);
  }

  @Test
  void secretsAreNotShown() throws Exception {
    CommandLine line =
        parse(
            Map.of("DIGITKIT_JDBC_PASSWORD", "hush", "DIGITKIT_JDBC_URL", "jdbc:x?password=hush"));
    String report = OptionReport.of(line.getCommandSpec());
    assertThat(report)
        .doesNotContain("hush")
        .contains("jdbc-password=***")
        .contains("port=8080")
        .contains("max-upload=10M");
  }

  @Test
  void valuesOutOfRangeAreRefusedByName() {
    assertThatThrownBy(() -> settings(Map.of(), "--queue", "0"))
        .hasMessage("--queue: expected at least 1, got 0");
    assertThatThrownBy(() -> settings(Map.of(), "--max-upload", "10X"))
        .hasMessageContaining("'10X' is no size");
    assertThatThrownBy(() -> settings(Map.of(), "--trusted-proxy", "proxy.example"))
        .hasMessageContaining("'proxy.example' is no internet address");
  }
}
