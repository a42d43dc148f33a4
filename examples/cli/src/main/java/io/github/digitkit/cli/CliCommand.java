package io.github.digitkit.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands share: {@code --help}, and the writers of the one that runs. */
abstract class CliCommand implements Callable<Integer> {
  /** Exit status of a command that did all it was asked. */
  static final int DONE = 0;

  /** Exit status of a command of which something failed. */
  static final int FAILED = 1;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  @SuppressWarnings("unused") // picocli reads it
  private boolean help;

  /** Runs the command and returns its exit status. */
  @Override
  public abstract Integer call() throws Exception;

  /** The command line that the command was given in. */
  final CommandLine commandLine() {
    return spec.commandLine();
  }

  /** Where results go. */
  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Where everything else goes. */
  final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** The complaint that the command was asked wrongly. */
  final ParameterException wrongUsage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
