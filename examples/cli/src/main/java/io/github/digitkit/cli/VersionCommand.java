package io.github.digitkit.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says which DigitKit on which Java this is. */
@Command(name = "version", description = "Print the versions of DigitKit and of Java.")
final class VersionCommand extends CliCommand {
  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    String java = System.getProperty("java.version");
    String vm = System.getProperty("java.vm.name");
    if (json) {
      out()
          .println(new JsonObject().put("version", Version.text()).put("java", java).put("vm", vm));
    } else {
      out().println("digitkit " + Version.text() + " (Java " + java + ", " + vm + ")");
    }
    return DONE;
  }
}
