package io.github.digitkit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Hands all its arguments to the web server, which has a command line of its own. */
@Command(name = "serve", description = "Serve the web page and the REST API.")
final class ServeCommand implements Callable<Integer> {
  @Unmatched private List<String> arguments = new ArrayList<>();

  /** Never returns: the server ends the process when it is told to stop. */
  @Override
  public Integer call() {
    System.clearProperty(Main.CONVERTER_EXCLUDES);
    io.github.digitkit.web.Main.main(arguments.toArray(String[]::new));
    return CliCommand.DONE;
  }
}
