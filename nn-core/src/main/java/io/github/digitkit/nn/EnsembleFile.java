package io.github.digitkit.nn;

import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several models that answer together, in one safetensors file. Each is kept as {@link ModelFile}
 * keeps it, its tensors and its metadata under the model's number from 0 and a dot: {@code
 * 0.conv2d.kernel}, {@code 0.architecture}, {@code 0.temperature}. The header's {@code
 * __metadata__} holds besides {@code format_version} and the number of {@code models}.
 *
 * <p>One model alone is the file that {@link ModelFile} writes, and such a file is read as a list
 * of one; so who reads by this class reads both kinds. The same models give the same bytes.
 *
 * <p>Files are read as hostile, with the limits of {@link ModelFile} for the whole file: a number
 * of models out of range, a model that is missing, a name that is no model's, and whatever else is
 * wrong end in a {@link ModelFileException}.
 */
public final class EnsembleFile {
  /** The version that {@link #save} writes for more than one model. */
  public static final String FORMAT_VERSION = "ensemble-1";

  /** The most models in a file. */
  public static final int MAX_MODELS = 100;

  private static final String MODELS = "models";

  private EnsembleFile() {}

  /**
   * @param file a weights file of one model or several
   * @return its models in the order in which they were saved, on the best kernels of this JVM; at
   *     least one
   * @throws ModelFileException if the file is damaged or of another kind; names file and reason
   * @throws IOException if it cannot be read
   */
  public static List<Model> load(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return load(in, file.toString());
    }
  }

  /**
   * @param in a weights file of one model or several, read to its end; not closed
   * @param source the file's name for messages
   * @return its models in the order in which they were saved, on the best kernels of this JVM; at
   *     least one
   * @throws ModelFileException if the file is damaged or of another kind; names source and reason
   * @throws IOException if it cannot be read
   */
  public static List<Model> load(InputStream in, String source) throws IOException {
    Safetensors content = new SafetensorsReader(source).read(in);
    return isEnsemble(content)
        ? models(content, source)
        : List.of(ModelFile.model(content, source));
  }

  /**
   * Writes models; a file of that name is replaced only when the new one is whole.
   *
   * @param models 1 to {@link #MAX_MODELS} models with inputs of one shape
   * @param file where to; its folder must exist
   * @throws IOException if it cannot be written
   * @throws IllegalArgumentException if there are too few or too many models, their inputs differ,
   *     or they are together larger than can be read
   */
  public static void save(List<Model> models, Path file) throws IOException {
    content(models).save(file);
  }

  /**
   * Writes models to a stream.
   *
   * @param models 1 to {@link #MAX_MODELS} models with inputs of one shape
   * @param out where to; not closed
   * @throws IOException if it cannot be written
   * @throws IllegalArgumentException if there are too few or too many models, their inputs differ,
   *     or they are together larger than can be read
   */
  public static void save(List<Model> models, OutputStream out) throws IOException {
    out.write(content(models).bytes());
  }

  static boolean isEnsemble(Safetensors content) {
    return FORMAT_VERSION.equals(content.metadata().get(ModelFile.VERSION));
  }

  /** The number of models that an ensemble claims to hold. */
  static int count(Safetensors ensemble, String source) throws ModelFileException {
    String text = ensemble.metadata().get(MODELS);
    if (text != null && text.matches("[1-9][0-9]{0,2}")) {
      int count = Integer.parseInt(text);
      if (count > 1 && count <= MAX_MODELS) {
        return count;
      }
    }
    throw new ModelFileException(
        source, "expected models to be 2 to " + MAX_MODELS + ", but got " + text);
  }

  private static Safetensors content(List<Model> models) {
    if (models.isEmpty() || models.size() > MAX_MODELS) {
      throw new IllegalArgumentException(models.size() + " models, expected 1 to " + MAX_MODELS);
    }
    requireOneInput(models);
    return models.size() == 1 ? ModelFile.content(models.get(0)) : joined(models);
  }

  private static Safetensors joined(List<Model> models) {
    Map<String, String> metadata = new LinkedHashMap<>();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (int i = 0; i < models.size(); i++) {
      String prefix = i + ".";
      Safetensors part = ModelFile.content(models.get(i));
      part.metadata().forEach((name, value) -> metadata.put(prefix + name, value));
      part.tensors().forEach((name, tensor) -> tensors.put(prefix + name, tensor));
    }
    metadata.put(ModelFile.VERSION, FORMAT_VERSION);
    metadata.put(MODELS, Integer.toString(models.size()));
    return new Safetensors(metadata, tensors);
  }

  private static List<Model> models(Safetensors ensemble, String source) throws ModelFileException {
    List<Model> models = new ArrayList<>();
    for (Map.Entry<String, Safetensors> part : parts(ensemble, source).entrySet()) {
      String name = source + ": model " + part.getKey();
      if (part.getValue().metadata().isEmpty()) {
        throw new ModelFileException(name, "missing");
      }
      models.add(ModelFile.model(part.getValue(), name));
    }
    try {
      requireOneInput(models);
    } catch (IllegalArgumentException e) {
      ModelFileException refused = new ModelFileException(source, String.valueOf(e.getMessage()));
      refused.initCause(e);
      throw refused;
    }
    return List.copyOf(models);
  }

  /** What belongs to each model, by its number. */
  private static Map<String, Safetensors> parts(Safetensors ensemble, String source)
      throws ModelFileException {
    Map<String, Safetensors> parts = new LinkedHashMap<>();
    int count = count(ensemble, source);
    for (int i = 0; i < count; i++) {
      parts.put(Integer.toString(i), new Safetensors(new LinkedHashMap<>(), new LinkedHashMap<>()));
    }
    Map<String, String> metadata = new LinkedHashMap<>(ensemble.metadata());
    metadata.remove(ModelFile.VERSION);
    metadata.remove(MODELS);
    for (Map.Entry<String, String> entry : metadata.entrySet()) {
      String name = entry.getKey();
      owner(name, parts, source).metadata().put(withoutNumber(name), entry.getValue());
    }
    for (Map.Entry<String, Tensor> entry : ensemble.tensors().entrySet()) {
      String name = entry.getKey();
      owner(name, parts, source).tensors().put(withoutNumber(name), entry.getValue());
    }
    return parts;
  }

  private static Safetensors owner(String name, Map<String, Safetensors> parts, String source)
      throws ModelFileException {
    Safetensors part = parts.get(name.substring(0, Math.max(0, name.indexOf('.'))));
    if (part == null) {
      throw new ModelFileException(
          source, name + " belongs to none of the models 0 to " + (parts.size() - 1));
    }
    return part;
  }

  private static String withoutNumber(String name) {
    return name.substring(name.indexOf('.') + 1);
  }

  private static void requireOneInput(List<Model> models) {
    Shape first = models.get(0).network().inputShape();
    for (Model model : models) {
      Shape shape = model.network().inputShape();
      if (!shape.equals(first)) {
        throw new IllegalArgumentException(
            "models that answer together take the same input, but got " + first + " and " + shape);
      }
    }
  }
}
