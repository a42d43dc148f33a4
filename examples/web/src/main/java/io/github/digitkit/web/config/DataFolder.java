package io.github.digitkit.web.config;

import java.nio.file.Path;

/** Where programs keep their data on this system. */
final class DataFolder {
  private DataFolder() {}

  /** {@code $XDG_DATA_HOME/digitkit}, else {@code ~/.local/share/digitkit}. */
  static Path standard() {
    String xdg = System.getenv("XDG_DATA_HOME");
    return xdg != null && !xdg.isBlank()
        ? Path.of(xdg, "digitkit")
        : Path.of(System.getProperty("user.home"), ".local", "share", "digitkit");
  }
}
