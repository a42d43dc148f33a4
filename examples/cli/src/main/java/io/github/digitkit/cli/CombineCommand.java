package io.github.digitkit.cli;

import io.github.digitkit.nn.EnsembleFile;
import io.github.digitkit.nn.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts several networks into one weights file. */
@Command(
    name = "combine",
    description = {
      "Put the networks of several weights files into one, whose answers are averaged.",
      "The first network's thresholds say when an answer is refused."
    })
final class CombineCommand extends CliCommand {
  @Parameters(index = "0", paramLabel = "OUT", description = "The file to write; a new one.")
  private Path combined = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Weights files, of one network or several each.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    // Whoever forgets OUT would otherwise lose the first of the networks.
    if (Files.exists(combined)) {
      throw wrongUsage("OUT must be a new file, but " + combined + " is there already");
    }
    List<Model> models = new ArrayList<>();
    for (Path file : files) {
      models.addAll(EnsembleFile.load(file));
    }
    Path folder = combined.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    EnsembleFile.save(models, combined);
    out()
        .println(combined + ": " + models.size() + (models.size() == 1 ? " network" : " networks"));
    return DONE;
  }
}
