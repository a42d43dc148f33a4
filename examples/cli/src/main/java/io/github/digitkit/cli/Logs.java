package io.github.digitkit.cli;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.System.LoggerFinder;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the libraries log to standard error: warnings and errors, or from the level that the
 * variable {@code DIGITKIT_LOG} names. The JDK's own logging would take a fifth of a start.
 */
public final class Logs extends LoggerFinder {
  private static final Level LEAST = least(System.getenv("DIGITKIT_LOG"));

  private static Level least(@Nullable String name) {
    return name == null ? Level.WARNING : Level.valueOf(name.toUpperCase(Locale.ROOT));
  }

  @Override
  public Logger getLogger(String name, Module module) {
    return new StderrLogger(name);
  }

  private record StderrLogger(String name) implements Logger {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean isLoggable(Level level) {
      return level.getSeverity() >= LEAST.getSeverity();
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        @Nullable String message,
        @Nullable Throwable thrown) {
      if (isLoggable(level)) {
        System.err.println(level + " " + name + ": " + Objects.requireNonNullElse(message, ""));
        if (thrown != null) {
          thrown.printStackTrace(System.err);
        }
      }
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        @Nullable String format,
        @Nullable Object @Nullable ... parameters) {
      if (isLoggable(level)) {
        boolean plain = format == null || parameters == null || parameters.length == 0;
        log(
            level,
            bundle,
            plain ? format : MessageFormat.format(format, parameters),
            (Throwable) null);
      }
    }
  }
}
