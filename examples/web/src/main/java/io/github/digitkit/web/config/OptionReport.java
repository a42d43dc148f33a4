package io.github.digitkit.web.config;

import java.util.Set;
import java.util.StringJoiner;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Says at the start what the server runs with. */
public final class OptionReport {
  private static final Set<String> LEFT_OUT = Set.of("--help", "--version", "--config", "--check");
  private static final Set<String> SECRETS = Set.of("--jdbc-password", "--jdbc-url");

  private OptionReport() {}

  /** One line: every option with its value, secrets blotted out. */
  public static String of(CommandSpec command) {
    StringJoiner line = new StringJoiner(" ");
    for (OptionSpec option : command.options()) {
      String name = option.longestName();
      if (!LEFT_OUT.contains(name)) {
        line.add(name.substring(2) + "=" + shown(name, option.getValue()));
      }
    }
    return line.toString();
  }

  private static String shown(String name, Object value) {
    String text =
        String.valueOf(value).replace("Optional.empty", "").replaceAll("^Optional\\[(.*)]$", "$1");
    // A JDBC URL may carry a password.
    return SECRETS.contains(name) && !text.isEmpty() ? "***" : text;
  }
}
