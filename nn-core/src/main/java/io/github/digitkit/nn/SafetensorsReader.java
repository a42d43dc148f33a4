package io.github.digitkit.nn;

import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.ShapeException;
import io.github.digitkit.nn.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a safetensors file as hostile: no overlap, no hole, nothing behind, bounded memory. */
final class SafetensorsReader {
  private final String source;

  SafetensorsReader(String source) {
    this.source = source;
  }

  private record Entry(String name, Shape shape, long start, long end) {}

  Safetensors read(InputStream in) throws IOException {
    Map<String, Object> header = header(in);
    Map<String, String> metadata = metadata(header.remove(Safetensors.METADATA));
    List<Entry> entries = entries(header);
    int size = requireContiguous(entries);
    byte[] data = in.readNBytes(size);
    if (data.length < size) {
      throw refused("truncated: " + size + " bytes of tensors expected, " + data.length + " there");
    }
    if (in.read() >= 0) {
      throw refused("more bytes than the " + size + " that the header names");
    }
    return new Safetensors(metadata, tensors(entries, data));
  }

  private Map<String, Object> header(InputStream in) throws IOException {
    byte[] prefix = in.readNBytes(Long.BYTES);
    if (prefix.length < Long.BYTES) {
      throw refused("truncated: a weights file has at least 8 bytes, this has " + prefix.length);
    }
    long length = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > Safetensors.MAX_HEADER) {
      throw refused(
          "not a safetensors file: header of "
              + Long.toUnsignedString(length)
              + " bytes, expected 2 to "
              + Safetensors.MAX_HEADER);
    }
    byte[] bytes = in.readNBytes((int) length);
    if (bytes.length < length) {
      throw refused("truncated: header of " + length + " bytes, " + bytes.length + " there");
    }
    try {
      String json = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Json.parseObject(json);
    } catch (CharacterCodingException e) {
      throw refused("the header is not UTF-8");
    } catch (Json.SyntaxException e) {
      throw refused("the header is not JSON: " + e.getMessage());
    }
  }

  private Map<String, String> metadata(@org.jspecify.annotations.Nullable Object value)
      throws ModelFileException {
    if (!(value instanceof Map<?, ?> map)) {
      throw refused("the header has no __metadata__ object");
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getValue() instanceof String text)) {
        throw refused("__metadata__ " + entry.getKey() + " is not a string");
      }
      metadata.put(entry.getKey().toString(), text);
    }
    return metadata;
  }

  private List<Entry> entries(Map<String, Object> header) throws ModelFileException {
    if (header.size() > Safetensors.MAX_TENSORS) {
      throw refused(header.size() + " tensors, at most " + Safetensors.MAX_TENSORS);
    }
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, Object> member : header.entrySet()) {
      entries.add(entry(member.getKey(), member.getValue()));
    }
    entries.sort(Comparator.comparingLong(Entry::start));
    return entries;
  }

  private Entry entry(String name, Object value) throws ModelFileException {
    if (!(value instanceof Map<?, ?> description)) {
      throw refused("tensor " + name + " is not described by an object");
    }
    if (!"F32".equals(description.get("dtype"))) {
      throw refused("tensor " + name + ": expected dtype F32, got " + description.get("dtype"));
    }
    long[] dims = integers(name, "shape", description.get("shape"));
    long[] offsets = integers(name, "data_offsets", description.get("data_offsets"));
    if (offsets.length != 2) {
      throw refused("tensor " + name + ": data_offsets needs two numbers");
    }
    Shape shape = shape(name, dims);
    if (offsets[0] < 0 || offsets[1] - offsets[0] != (long) shape.size() * Float.BYTES) {
      throw refused(
          "tensor "
              + name
              + ": shape "
              + shape
              + " does not fill the bytes "
              + offsets[0]
              + " to "
              + offsets[1]);
    }
    return new Entry(name, shape, offsets[0], offsets[1]);
  }

  private Shape shape(String name, long[] dims) throws ModelFileException {
    int[] checked = new int[dims.length];
    for (int i = 0; i < dims.length; i++) {
      if (dims[i] < 1 || dims[i] > Integer.MAX_VALUE) {
        throw refused("tensor " + name + ": dimension " + dims[i] + " is out of range");
      }
      checked[i] = (int) dims[i];
    }
    try {
      return Shape.of(checked);
    } catch (ShapeException e) {
      throw refused("tensor " + name + ": " + e.getMessage());
    }
  }

  private long[] integers(
      String name, String field, @org.jspecify.annotations.Nullable Object value)
      throws ModelFileException {
    if (value instanceof List<?> list && list.stream().allMatch(Long.class::isInstance)) {
      return list.stream().mapToLong(Long.class::cast).toArray();
    }
    throw refused("tensor " + name + ": " + field + " must be a list of integers, got " + value);
  }

  /** Returns the number of bytes, which the tensors fill without hole or overlap. */
  private int requireContiguous(List<Entry> entries) throws ModelFileException {
    long end = 0;
    for (Entry entry : entries) {
      if (entry.start() != end) {
        throw refused(
            "tensor "
                + entry.name()
                + " starts at byte "
                + entry.start()
                + ", expected "
                + end
                + ": tensors must neither overlap nor leave holes");
      }
      end = entry.end();
    }
    if (end > Safetensors.MAX_DATA) {
      throw refused(end + " bytes of tensors, at most " + Safetensors.MAX_DATA);
    }
    return (int) end;
  }

  private Map<String, Tensor> tensors(List<Entry> entries, byte[] data) throws ModelFileException {
    ByteBuffer buffer = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Entry entry : entries) {
      float[] array = new float[entry.shape().size()];
      buffer.position((int) entry.start());
      buffer.asFloatBuffer().get(array);
      for (float value : array) {
        if (!Float.isFinite(value)) {
          throw refused("tensor " + entry.name() + " holds a value that is not finite");
        }
      }
      tensors.put(entry.name(), Tensor.wrap(entry.shape(), array));
    }
    return tensors;
  }

  private ModelFileException refused(String reason) {
    return new ModelFileException(source, reason);
  }
}
