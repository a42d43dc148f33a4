package io.github.digitkit.cli;

import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.EnsembleFile;
import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.Sequential;
import io.github.digitkit.nn.layer.ParameterSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints a network's table. */
@Command(
    name = "summary",
    description =
        "Print the network's layers, shapes and numbers of parameters; of several, the first's.")
final class SummaryCommand extends CliCommand {
  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "A weights file; otherwise the network that 'train' trains by default.")
  private @Nullable Path model;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    List<Sequential> networks =
        model == null
            ? List.of(DigitNetworks.report())
            : EnsembleFile.load(model).stream().map(Model::network).toList();
    if (json) {
      out().println(describe(networks));
      return DONE;
    }
    if (networks.size() > 1) {
      out().println(networks.size() + " networks; the first:");
    }
    out().print(networks.get(0).summary());
    return DONE;
  }

  private static JsonObject describe(List<Sequential> networks) {
    Sequential network = networks.get(0);
    List<JsonObject> layers = network.nodes().stream().map(SummaryCommand::describe).toList();
    long total = 0;
    long trainable = 0;
    for (Sequential.Node node : network.nodes()) {
      for (ParameterSpec parameter : node.layer().parameters(node.input())) {
        total += parameter.shape().size();
        trainable += parameter.trainable() ? parameter.shape().size() : 0;
      }
    }
    return new JsonObject()
        .put("networks", networks.size())
        .put("inputShape", network.inputShape().toArray())
        .put("layers", layers)
        .put("total", total)
        .put("trainable", trainable)
        .put("nonTrainable", total - trainable);
  }

  private static JsonObject describe(Sequential.Node node) {
    return new JsonObject()
        .put("name", node.name())
        .put("type", node.layer().type())
        .put("outputShape", node.output().toArray())
        .put(
            "parameters",
            node.layer().parameters(node.input()).stream()
                .mapToLong(parameter -> parameter.shape().size())
                .sum());
  }
}
