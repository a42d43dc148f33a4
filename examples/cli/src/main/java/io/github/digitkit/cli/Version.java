package io.github.digitkit.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The program's version as its jar states it. */
final class Version implements IVersionProvider {
  /** The version, or {@code development} when the classes do not come from a jar. */
  static String text() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"digitkit " + text()};
  }
}
