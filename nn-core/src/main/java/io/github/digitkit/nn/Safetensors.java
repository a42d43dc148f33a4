package io.github.digitkit.nn;

import io.github.digitkit.nn.tensor.Tensor;
import java.io.IOException;
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
 * What a safetensors file holds. The same content gives the same bytes.
 *
 * @param metadata the entries of {@code __metadata__}, written by name
 * @param tensors the tensors by name, written in the map's order
 */
record Safetensors(Map<String, String> metadata, Map<String, Tensor> tensors) {
  static final String METADATA = "__metadata__";

  // More than this is neither read nor written.
  static final int MAX_HEADER = 1 << 20;
  static final int MAX_DATA = 1 << 28;
  static final int MAX_TENSORS = 10_000;

  /** Writes a file; one of that name is replaced only when the new one is whole. */
  void save(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path temporary =
        Files.createTempFile(absolute.getParent(), absolute.getFileName().toString(), ".tmp");
    try {
      Files.write(temporary, bytes());
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
   * @throws IllegalArgumentException if it is more than may be read; names the limit
   */
  byte[] bytes() {
    byte[] header = header();
    long data = 0;
    for (Tensor tensor : tensors.values()) {
      data += (long) tensor.shape().size() * Float.BYTES;
    }
    requireReadable(header.length, data);
    ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES + header.length + (int) data);
    buffer.order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header);
    for (Tensor tensor : tensors.values()) {
      buffer.asFloatBuffer().put(tensor.array());
      buffer.position(buffer.position() + tensor.shape().size() * Float.BYTES);
    }
    return buffer.array();
  }

  private void requireReadable(int header, long data) {
    if (tensors.size() > MAX_TENSORS) {
      throw new IllegalArgumentException(tensors.size() + " tensors, at most " + MAX_TENSORS);
    }
    if (header > MAX_HEADER) {
      throw new IllegalArgumentException("header of " + header + " bytes, at most " + MAX_HEADER);
    }
    if (data > MAX_DATA) {
      throw new IllegalArgumentException(data + " bytes of tensors, at most " + MAX_DATA);
    }
  }

  private byte[] header() {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put(METADATA, new TreeMap<>(metadata));
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
