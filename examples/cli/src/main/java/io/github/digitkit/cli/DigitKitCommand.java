package io.github.digitkit.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of all commands; alone it only says which there are. */
@Command(
    name = "digitkit",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Handwritten digits in pure Java: train, evaluate, recognise, serve.",
    footer = {
      "",
      "Results go to standard output, everything else to standard error.",
      "Exit status: 0 done, 1 something failed, 2 wrong usage.",
      "An argument @FILE is replaced by the arguments in FILE."
    })
final class DigitKitCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
