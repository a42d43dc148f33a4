package io.github.digitkit.nn;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Models as files in the safetensors format: eight bytes little-endian header length, a JSON
 * header, then the tensors' float32 bytes in the order of the layers. Names are {@code
 * layer.parameter}, layouts those of {@link io.github.digitkit.nn.layer}.
 *
 * <p>The header's {@code __metadata__} holds {@code format_version}, {@code architecture} (JSON)
 * and the model's own entries; well-known ones are {@code input_normalisation}, {@code classes},
 * {@code temperature}, {@code reject_threshold}, {@code reject_curve}, {@code seed}, {@code
 * data_sha256}, {@code recipe}, {@code test_accuracy}, {@code library_version}. The same model
 * gives the same bytes.
 *
 * <p>Files are read as hostile: memory is bounded by the bytes that really arrive, and whatever is
 * wrong ends in a {@link ModelFileException}. So does a file of several models, which {@link
 * EnsembleFile} reads.
 */
public final class ModelFile {
  /** The version that {@link #save} writes. */
  public static final String FORMAT_VERSION = "1";

  static final String ARCHITECTURE = "architecture";
  static final String VERSION = "format_version";

  private ModelFile() {}

  /**
   * @param file a weights file
   * @return its model, on the best kernels of this JVM
   * @throws ModelFileException if the file is damaged or of another kind; names file and reason
   * @throws IOException if it cannot be read
   */
  public static Model load(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return load(in, file.toString());
    }
  }

  /**
   * @param in a weights file, read to its end; not closed
   * @param source the file's name for messages
   * @return its model, on the best kernels of this JVM
   * @throws ModelFileException if the file is damaged or of another kind; names source and reason
   * @throws IOException if it cannot be read
   */
  public static Model load(InputStream in, String source) throws IOException {
    return model(new SafetensorsReader(source).read(in), source);
  }

  /** The model that a content describes. */
  static Model model(Safetensors content, String source) throws ModelFileException {
    if (EnsembleFile.isEnsemble(content)) {
      throw new ModelFileException(
          source,
          "holds "
              + EnsembleFile.count(content, source)
              + " models where one is expected; EnsembleFile loads them all");
    }
    Map<String, String> metadata = new LinkedHashMap<>(content.metadata());
    String version = metadata.remove(VERSION);
    if (!FORMAT_VERSION.equals(version)) {
      throw new ModelFileException(
          source, "expected format_version " + FORMAT_VERSION + ", but got " + version);
    }
    String architecture = metadata.remove(ARCHITECTURE);
    if (architecture == null) {
      throw new ModelFileException(source, "the metadata names no architecture");
    }
    try {
      Sequential network = Architecture.fromJson(architecture);
      return Model.of(network, Parameters.of(network, content.tensors()), metadata);
    } catch (Json.SyntaxException | IllegalArgumentException e) {
      ModelFileException refused = new ModelFileException(source, String.valueOf(e.getMessage()));
      refused.initCause(e);
      throw refused;
    }
  }

  /**
   * Writes a model; a file of that name is replaced only when the new one is whole.
   *
   * @param model the model
   * @param file where to; its folder must exist
   * @throws IOException if it cannot be written
   * @throws IllegalArgumentException if the model is larger than can be read
   */
  public static void save(Model model, Path file) throws IOException {
    content(model).save(file);
  }

  /**
   * Writes a model to a stream.
   *
   * @param model the model
   * @param out where to; not closed
   * @throws IOException if it cannot be written
   * @throws IllegalArgumentException if the model is larger than can be read
   */
  public static void save(Model model, OutputStream out) throws IOException {
    out.write(content(model).bytes());
  }

  /** The content that describes a model. */
  static Safetensors content(Model model) {
    Map<String, String> metadata = new LinkedHashMap<>(model.metadata());
    metadata.put(VERSION, FORMAT_VERSION);
    metadata.put(ARCHITECTURE, Architecture.toJson(model.network()));
    return new Safetensors(metadata, model.parameters().asMap());
  }
}
