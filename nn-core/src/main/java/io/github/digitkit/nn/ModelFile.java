package io.github.digitkit.nn;

import io.github.digitkit.nn.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
 * wrong ends in a {@link ModelFileException}.
 */
public final class ModelFile {
  /** The version that {@link #save} writes. */
  public static final String FORMAT_VERSION = "1";

  static final String METADATA = "__metadata__";
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
    SafetensorsReader reader = new SafetensorsReader(source);
    SafetensorsReader.Content content = reader.read(in);
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
   */
  public static void save(Model model, Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path temporary =
        Files.createTempFile(absolute.getParent(), absolute.getFileName().toString(), ".tmp");
    try {
      Files.write(temporary, bytes(model));
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(
          temporary, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Writes a model to a stream.
   *
   * @param model the model
   * @param out where to; not closed
   * @throws IOException if it cannot be written
   */
  public static void save(Model model, OutputStream out) throws IOException {
    out.write(bytes(model));
  }

  private static byte[] bytes(Model model) {
    Map<String, Tensor> tensors = model.parameters().asMap();
    byte[] header = header(model, tensors);
    long size = (long) Long.BYTES + header.length;
    for (Tensor tensor : tensors.values()) {
      size += (long) tensor.shape().size() * Float.BYTES;
    }
    ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(header.length).put(header);
    for (Tensor tensor : tensors.values()) {
      buffer.asFloatBuffer().put(tensor.array());
      buffer.position(buffer.position() + tensor.shape().size() * Float.BYTES);
    }
    return buffer.array();
  }

  private static byte[] header(Model model, Map<String, Tensor> tensors) {
    Map<String, Object> header = new LinkedHashMap<>();
    Map<String, Object> metadata = new TreeMap<>(model.metadata());
    metadata.put(VERSION, FORMAT_VERSION);
    metadata.put(ARCHITECTURE, Architecture.toJson(model.network()));
    header.put(METADATA, metadata);
    long offset = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      long end = offset + (long) entry.getValue().shape().size() * Float.BYTES;
      header.put(entry.getKey(), description(entry.getValue(), offset, end));
      offset = end;
    }
    String json = Json.write(header);
    // Spaces up to a multiple of eight keep the floats aligned.
    return (json + " ".repeat(-json.length() & 7)).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> description(Tensor tensor, long offset, long end) {
    List<Object> shape = new ArrayList<>();
    for (int dim : tensor.shape().toArray()) {
      shape.add(dim);
    }
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("dtype", "F32");
    description.put("shape", shape);
    description.put("data_offsets", List.of(offset, end));
    return description;
  }
}
