package io.github.digitkit.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * The program {@code digitkit}: results go to standard output, everything else to standard error.
 */
public final class Main {
  /** The property by which picocli leaves converters out. */
  static final String CONVERTER_EXCLUDES = "picocli.converters.excludes";

  static {
    // No command takes a date; registering their converters would load the whole of java.time.
    System.setProperty(CONVERTER_EXCLUDES, "java.time.*,java.sql.*");
  }

  private Main() {}

  /**
   * Runs one command and ends the process: status 0 when it did all it was asked, 1 when something
   * failed, 2 when it was asked wrongly.
   *
   * @param args the command's name, its options and files
   */
  public static void main(String[] args) {
    System.exit(execute(null, null, args));
  }

  /** Runs a command inside this process and writes to the given writers. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return execute(out, err, args);
  }

  /**
   * Reading the annotations of every command costs more than running most of them, so where the
   * first argument names a command only that one is loaded, and not even the root above it.
   */
  private static int execute(@Nullable PrintWriter out, @Nullable PrintWriter err, String... args) {
    boolean named = args.length > 0 && Commands.names().contains(args[0]);
    CommandLine line = named ? single(args[0]) : all();
    line.setExecutionExceptionHandler(new Failures());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    if (out != null) {
      line.setOut(out);
    }
    if (err != null) {
      line.setErr(err);
    }
    int status = line.execute(named ? Arrays.copyOfRange(args, 1, args.length) : args);
    line.getOut().flush();
    line.getErr().flush();
    return status;
  }

  private static CommandLine single(String name) {
    return new CommandLine(Commands.create(name)).setCommandName("digitkit " + name);
  }

  private static CommandLine all() {
    CommandLine line = new CommandLine(new DigitKitCommand());
    for (String name : Commands.names()) {
      line.addSubcommand(name, Commands.create(name));
    }
    return line;
  }
}
