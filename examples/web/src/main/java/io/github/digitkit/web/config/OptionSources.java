package io.github.digitkit.web.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives picocli the values of options that no flag sets: from the environment, then the file. */
public final class OptionSources implements IDefaultValueProvider {
  private final Map<String, String> environment;
  private final Properties file;

  private OptionSources(Map<String, String> environment, Properties file) {
    this.environment = environment;
    this.file = file;
  }

  /**
   * Finds the file that {@code --config} or DIGITKIT_CONFIG names and reads it.
   *
   * @throws IOException if the file cannot be read
   */
  public static OptionSources of(String[] arguments, Map<String, String> environment)
      throws IOException {
    Properties file = new Properties();
    String name = environment.get("DIGITKIT_CONFIG");
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith("--config=")) {
        name = arguments[i].substring("--config=".length());
      } else if (arguments[i].equals("--config") && i + 1 < arguments.length) {
        name = arguments[i + 1];
      }
    }
    if (name != null) {
      try (Reader in = Files.newBufferedReader(Path.of(name), StandardCharsets.UTF_8)) {
        file.load(in);
      }
    }
    return new OptionSources(environment, file);
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || !option.longestName().startsWith("--")) {
      return null;
    }
    String name = option.longestName().substring(2);
    String fromEnvironment = environment.get(variable(name));
    return fromEnvironment != null ? fromEnvironment : file.getProperty(name);
  }

  /** Keys in the file that no option bears, which are mostly spelling mistakes. */
  public Iterable<String> unknownKeys(Iterable<OptionSpec> options) {
    Properties rest = new Properties();
    rest.putAll(file);
    options.forEach(option -> rest.remove(option.longestName().substring(2)));
    return rest.stringPropertyNames();
  }

  private static String variable(String option) {
    return "DIGITKIT_" + option.replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
