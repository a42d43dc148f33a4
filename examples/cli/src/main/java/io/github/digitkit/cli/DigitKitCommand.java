package io.github.digitkit.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The root of all commands; alone it only says which there are. */
@Command(
    name = "digitkit",
    synopsisSubcommandLabel = "COMMAND",
    description = "Handwritten digits in pure Java: train, evaluate, recognise, serve.",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "'digitkit COMMAND --help' says more about each.",
      "Results go to standard output, everything else to standard error.",
      "Exit status: 0 done, 1 something failed, 2 wrong usage.",
      "An argument @FILE is replaced by the arguments in FILE."
    },
    versionProvider = Version.class)
final class DigitKitCommand extends CliCommand {
  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version and exit.")
  @SuppressWarnings("unused") // picocli reads it
  private boolean version;

  @Override
  public Integer call() {
    throw wrongUsage("Which command?");
  }
}
