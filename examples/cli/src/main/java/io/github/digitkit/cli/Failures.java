package io.github.digitkit.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Turns what a command throws into one line for its user; only a mistake of ours shows its trace.
 */
final class Failures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
    PrintWriter err = line.getErr();
    if (isExpected(failure)) {
      err.println("digitkit: " + message(failure));
    } else {
      err.println("digitkit: this should not have happened, please report it:");
      failure.printStackTrace(err);
    }
    err.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static boolean isExpected(Throwable failure) {
    return failure instanceof IOException
        || failure instanceof UncheckedIOException
        || failure instanceof IllegalArgumentException;
  }

  /** What went wrong, in words: the JDK's file exceptions carry nothing but the path. */
  static String message(Throwable failure) {
    Throwable cause =
        failure instanceof UncheckedIOException unchecked
            ? Objects.requireNonNull(unchecked.getCause())
            : failure;
    String text = cause.getMessage();
    if (cause instanceof NoSuchFileException missing && missing.getReason() == null) {
      return text + ": no such file or folder";
    }
    if (cause instanceof AccessDeniedException) {
      return text + ": permission denied";
    }
    if (cause instanceof UnknownHostException) {
      return text + ": unknown host";
    }
    return text == null || text.isBlank() ? cause.getClass().getSimpleName() : text;
  }
}
