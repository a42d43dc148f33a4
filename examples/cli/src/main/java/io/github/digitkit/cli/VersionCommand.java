package io.github.digitkit.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says which DigitKit on which Java this is. */
@Command(
    name = "version",
    mixinStandardHelpOptions = true,
    description = "Print the versions of DigitKit and of Java.")
final class VersionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "One JSON object instead of text.")
  private boolean json;

  @Override
  public Integer call() {
    String java = System.getProperty("java.version");
    String vm = System.getProperty("java.vm.name");
    String line =
        json
            ? new JsonObject()
                .put("version", Version.text())
                .put("java", java)
                .put("vm", vm)
                .toString()
            : "digitkit " + Version.text() + " (Java " + java + ", " + vm + ")";
    spec.commandLine().getOut().println(line);
    return 0;
  }
}
