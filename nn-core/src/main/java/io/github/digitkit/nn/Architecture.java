package io.github.digitkit.nn;

import io.github.digitkit.nn.kernel.Padding;
import io.github.digitkit.nn.kernel.Window;
import io.github.digitkit.nn.layer.Activation;
import io.github.digitkit.nn.layer.AveragePooling2D;
import io.github.digitkit.nn.layer.BatchNormalization;
import io.github.digitkit.nn.layer.Conv2D;
import io.github.digitkit.nn.layer.Dense;
import io.github.digitkit.nn.layer.Dropout;
import io.github.digitkit.nn.layer.Flatten;
import io.github.digitkit.nn.layer.GlobalAveragePooling2D;
import io.github.digitkit.nn.layer.Layer;
import io.github.digitkit.nn.layer.LeakyReLU;
import io.github.digitkit.nn.layer.MaxPooling2D;
import io.github.digitkit.nn.layer.ReLU;
import io.github.digitkit.nn.layer.Softmax;
import io.github.digitkit.nn.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A network's architecture as JSON, with Keras's names for types and hyper-parameters. */
final class Architecture {
  private static final int MAX_LAYERS = 1000;

  /** Floats of one sample between two layers: far above any digit reader, far below a heap. */
  private static final int MAX_ACTIVATION = 1 << 22;

  private Architecture() {}

  static String toJson(Sequential network) {
    List<Object> layers = new ArrayList<>();
    for (Sequential.Node node : network.nodes()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("name", node.name());
      object.put("type", node.layer().type());
      object.putAll(hyperParameters(node.layer()));
      layers.add(object);
    }
    Map<String, Object> architecture = new LinkedHashMap<>();
    architecture.put(
        "input", java.util.Arrays.stream(network.inputShape().toArray()).boxed().toList());
    architecture.put("layers", layers);
    return Json.write(architecture);
  }

  /**
   * @throws Json.SyntaxException if the text is not JSON
   * @throws IllegalArgumentException if it is not an architecture; says why
   */
  static Sequential fromJson(String json) throws Json.SyntaxException {
    Fields architecture = new Fields(Json.parseObject(json));
    Sequential.Builder builder = Sequential.builder(inputShape(architecture.list("input")));
    List<Object> layers = architecture.list("layers");
    if (layers.size() > MAX_LAYERS) {
      throw new IllegalArgumentException(layers.size() + " layers, at most " + MAX_LAYERS);
    }
    for (Object layer : layers) {
      Fields fields = Fields.of(layer);
      builder.add(fields.string("name"), layer(fields));
    }
    Sequential network = builder.build();
    network.nodes().forEach(node -> requireModest(node.output()));
    return network;
  }

  private static Shape inputShape(List<Object> dims) {
    Shape shape = Shape.of(dims.stream().mapToInt(Fields::toInt).toArray());
    requireModest(shape);
    return shape;
  }

  private static void requireModest(Shape shape) {
    if (shape.size() > MAX_ACTIVATION) {
      throw new IllegalArgumentException(
          "activations of shape " + shape + ", at most " + MAX_ACTIVATION + " floats");
    }
  }

  private static Map<String, Object> hyperParameters(Layer layer) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (layer instanceof Conv2D conv) {
      fields.put("filters", conv.filters());
      window(fields, "kernel_size", conv.window(), conv.padding());
      fields.put("activation", lowerCase(conv.activation()));
    } else if (layer instanceof Dense dense) {
      fields.put("units", dense.units());
      fields.put("activation", lowerCase(dense.activation()));
    } else if (layer instanceof MaxPooling2D pool) {
      window(fields, "pool_size", pool.window(), pool.padding());
    } else if (layer instanceof AveragePooling2D pool) {
      window(fields, "pool_size", pool.window(), pool.padding());
    } else if (layer instanceof BatchNormalization normalization) {
      fields.put("momentum", normalization.momentum());
      fields.put("epsilon", normalization.epsilon());
    } else if (layer instanceof Dropout dropout) {
      fields.put("rate", dropout.rate());
    } else if (layer instanceof LeakyReLU leaky) {
      fields.put("negative_slope", leaky.negativeSlope());
    }
    return fields;
  }

  private static void window(
      Map<String, Object> fields, String sizeName, Window window, Padding padding) {
    fields.put(sizeName, List.of(window.height(), window.width()));
    fields.put("strides", List.of(window.strideHeight(), window.strideWidth()));
    fields.put("padding", lowerCase(padding));
  }

  private static Layer layer(Fields f) {
    String type = f.string("type");
    return switch (type) {
      case "Conv2D" ->
          new Conv2D(f.integer("filters"), f.window("kernel_size"), f.padding(), f.activation());
      case "Dense" -> new Dense(f.integer("units"), f.activation());
      case "MaxPooling2D" -> new MaxPooling2D(f.window("pool_size"), f.padding());
      case "AveragePooling2D" -> new AveragePooling2D(f.window("pool_size"), f.padding());
      case "GlobalAveragePooling2D" -> new GlobalAveragePooling2D();
      case "BatchNormalization" -> new BatchNormalization(f.real("momentum"), f.real("epsilon"));
      case "Dropout" -> new Dropout(f.real("rate"));
      case "LeakyReLU" -> new LeakyReLU(f.real("negative_slope"));
      case "ReLU" -> new ReLU();
      case "Softmax" -> new Softmax();
      case "Flatten" -> new Flatten();
      default -> throw new IllegalArgumentException("unknown layer type " + type);
    };
  }

  private static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Typed access to an object's members; what is missing or of another type is named. */
  private record Fields(Map<String, Object> object) {

    @SuppressWarnings("unchecked") // Json's objects have strings as names
    static Fields of(Object value) {
      if (value instanceof Map<?, ?> map) {
        return new Fields((Map<String, Object>) map);
      }
      throw new IllegalArgumentException("expected an object, but got " + value);
    }

    static int toInt(Object value) {
      if (value instanceof Long number && number == number.intValue()) {
        return number.intValue();
      }
      throw new IllegalArgumentException("expected an integer, but got " + value);
    }

    String string(String name) {
      return get(name, String.class);
    }

    int integer(String name) {
      return toInt(get(name, Long.class));
    }

    float real(String name) {
      return get(name, Number.class).floatValue();
    }

    List<Object> list(String name) {
      return new ArrayList<>((List<?>) get(name, List.class));
    }

    Window window(String sizeName) {
      List<Object> size = pair(sizeName);
      List<Object> strides = pair("strides");
      return new Window(
          toInt(size.get(0)), toInt(size.get(1)), toInt(strides.get(0)), toInt(strides.get(1)));
    }

    Padding padding() {
      return Padding.valueOf(string("padding").toUpperCase(Locale.ROOT));
    }

    Activation activation() {
      return Activation.valueOf(string("activation").toUpperCase(Locale.ROOT));
    }

    private List<Object> pair(String name) {
      List<Object> list = list(name);
      if (list.size() != 2) {
        throw new IllegalArgumentException(name + " needs two numbers, but got " + list);
      }
      return list;
    }

    private <T> T get(String name, Class<T> type) {
      Object value = object.get(name);
      if (!type.isInstance(value)) {
        throw new IllegalArgumentException(
            "expected " + name + " of type " + type.getSimpleName() + ", but got " + value);
      }
      return type.cast(value);
    }
  }
}
