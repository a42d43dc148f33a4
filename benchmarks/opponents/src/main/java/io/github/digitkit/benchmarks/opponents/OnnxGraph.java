package io.github.digitkit.benchmarks.opponents;

import java.util.List;

/** An ONNX graph of nodes in a row, written node by node. Field numbers are those of onnx.proto. */
final class OnnxGraph {
  private static final int FLOAT = 1;
  private static final int IR_VERSION = 8;
  private static final int OPERATOR_SET = 17;

  private final ProtobufWriter graph = new ProtobufWriter();
  private String last;
  private int nodes;

  /**
   * @param input the input's name
   * @param sizes of one sample; the batch may have any
   */
  OnnxGraph(String input, long... sizes) {
    this.last = input;
    graph.string(2, "network").message(11, value(input, sizes));
  }

  /** An attribute of a node. */
  record Attribute(ProtobufWriter message) {
    private static final int TYPE_FLOAT = 1;
    private static final int TYPE_INT = 2;
    private static final int TYPE_INTS = 7;

    static Attribute of(String name, float value) {
      return new Attribute(
          new ProtobufWriter().string(1, name).float32(2, value).integer(20, TYPE_FLOAT));
    }

    static Attribute of(String name, long value) {
      return new Attribute(
          new ProtobufWriter().string(1, name).integer(3, value).integer(20, TYPE_INT));
    }

    static Attribute of(String name, long... values) {
      ProtobufWriter message = new ProtobufWriter().string(1, name);
      for (long value : values) {
        message.integer(8, value);
      }
      return new Attribute(message.integer(20, TYPE_INTS));
    }
  }

  /** Adds a node behind the last one. */
  void node(String operator, List<String> parameters, Attribute... attributes) {
    String output = "value" + nodes;
    nodes++;
    ProtobufWriter node = new ProtobufWriter().string(1, last);
    parameters.forEach(parameter -> node.string(1, parameter));
    node.string(2, output).string(3, operator + nodes).string(4, operator);
    for (Attribute attribute : attributes) {
      node.message(5, attribute.message());
    }
    graph.message(1, node);
    last = output;
  }

  /** Adds a constant and returns its name. */
  String parameter(String name, float[] values, long... sizes) {
    ProtobufWriter tensor = new ProtobufWriter();
    for (long size : sizes) {
      tensor.integer(1, size);
    }
    tensor.integer(2, FLOAT).string(8, name).bytes(9, ProtobufWriter.littleEndian(values));
    graph.message(5, tensor);
    return name;
  }

  /** Returns the whole file, whose output is the last node's. */
  byte[] file(long... outputSizes) {
    graph.message(12, value(last, outputSizes));
    return new ProtobufWriter()
        .integer(1, IR_VERSION)
        .string(2, "digitkit")
        .message(7, graph)
        .message(8, new ProtobufWriter().string(1, "").integer(2, OPERATOR_SET))
        .toByteArray();
  }

  private static ProtobufWriter value(String name, long... sizes) {
    ProtobufWriter shape = new ProtobufWriter().message(1, new ProtobufWriter().string(2, "batch"));
    for (long size : sizes) {
      shape.message(1, new ProtobufWriter().integer(1, size));
    }
    ProtobufWriter tensor = new ProtobufWriter().integer(1, FLOAT).message(2, shape);
    return new ProtobufWriter().string(1, name).message(2, new ProtobufWriter().message(1, tensor));
  }
}
