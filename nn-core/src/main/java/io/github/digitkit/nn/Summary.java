package io.github.digitkit.nn;

import io.github.digitkit.nn.layer.ParameterSpec;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The table of layers, as Keras prints it. */
final class Summary {
  private static final String FORMAT = "%-44s%-22s%s";
  private static final int WIDTH = 76;

  private Summary() {}

  static String of(Sequential network) {
    StringBuilder text = new StringBuilder(2048);
    line(text, "Model: \"sequential\"");
    line(text, "_".repeat(WIDTH));
    line(text, String.format(Locale.ROOT, FORMAT, "Layer (type)", "Output Shape", "Param #"));
    line(text, "=".repeat(WIDTH));
    for (Sequential.Node node : network.nodes()) {
      line(text, row(node));
    }
    line(text, "=".repeat(WIDTH));
    long total = count(network, false);
    long trainable = count(network, true);
    line(text, String.format(Locale.ROOT, "Total params: %,d", total));
    line(text, String.format(Locale.ROOT, "Trainable params: %,d", trainable));
    line(text, String.format(Locale.ROOT, "Non-trainable params: %,d", total - trainable));
    return text.toString();
  }

  private static String row(Sequential.Node node) {
    String shape = node.output().toString();
    return String.format(
        Locale.ROOT,
        FORMAT,
        node.name() + " (" + node.layer().type() + ")",
        "(None, " + shape.substring(1),
        sum(node.layer().parameters(node.input())));
  }

  private static long count(Sequential network, boolean trainableOnly) {
    return network.nodes().stream()
        .flatMap(node -> node.layer().parameters(node.input()).stream())
        .filter(parameter -> parameter.trainable() || !trainableOnly)
        .mapToLong(parameter -> parameter.shape().size())
        .sum();
  }

  private static long sum(List<ParameterSpec> parameters) {
    return parameters.stream().collect(Collectors.summingLong(p -> p.shape().size()));
  }

  private static void line(StringBuilder text, String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}
