package io.github.digitkit.train.checkpoint;

import io.github.digitkit.train.metric.EpochMetrics;
import io.github.digitkit.train.metric.Score;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bytes of a checkpoint: magic, then in big-endian order run, progress and arrays, then the
 * SHA-256 of all that. Read as hostile: the size is bounded by the arrays expected before anything
 * is loaded, every count is checked before anything is made of that size.
 */
final class CheckpointFormat {
  private static final byte[] MAGIC = "DigitKitCheckpoint1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int DIGEST = 32;
  private static final int MOST_HEADER = 1 << 24;
  private static final int MOST_TEXT = 1 << 20;
  private static final int MOST_EPOCHS = 1 << 18;
  private static final int MOST_NAMES = 1 << 16;

  private CheckpointFormat() {}

  static byte[] encode(Checkpoint checkpoint) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(MAGIC);
    out.writeInt(checkpoint.run().size());
    for (Map.Entry<String, String> entry : checkpoint.run().entrySet()) {
      writeText(out, entry.getKey());
      writeText(out, entry.getValue());
    }
    writeProgress(out, checkpoint.progress());
    out.writeInt(checkpoint.arrays().size());
    for (Map.Entry<String, float[]> entry : checkpoint.arrays().entrySet()) {
      writeText(out, entry.getKey());
      writeFloats(out, entry.getValue());
    }
    out.write(sha256(bytes.toByteArray(), bytes.size()));
    return bytes.toByteArray();
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private static void writeFloats(DataOutputStream out, float[] floats) throws IOException {
    out.writeInt(floats.length);
    ByteBuffer buffer = ByteBuffer.allocate(floats.length * Float.BYTES);
    buffer.asFloatBuffer().put(floats);
    out.write(buffer.array());
  }

  private static void writeProgress(DataOutputStream out, TrainingProgress progress)
      throws IOException {
    out.writeLong(progress.steps());
    out.writeInt(progress.bestEpoch());
    out.writeInt(progress.epochs());
    for (EpochMetrics epoch : progress.history()) {
      writeScore(out, epoch.training());
      out.writeBoolean(epoch.validation().isPresent());
      if (epoch.validation().isPresent()) {
        writeScore(out, epoch.validation().get());
      }
      out.writeDouble(epoch.learningRate());
      out.writeDouble(epoch.seconds());
    }
  }

  private static void writeScore(DataOutputStream out, Score score) throws IOException {
    out.writeDouble(score.loss());
    out.writeDouble(score.accuracy());
  }

  /**
   * Reads a file.
   *
   * @param expected names and lengths of the arrays that must be there. Not modified.
   */
  static Checkpoint read(Path file, Map<String, float[]> expected) throws IOException {
    ByteBuffer in = content(file, expected);
    try {
      Map<String, String> run = readRun(in, file);
      TrainingProgress progress = readProgress(in, file);
      Map<String, float[]> arrays = readArrays(in, file, expected);
      if (in.hasRemaining()) {
        throw new CheckpointException(file, in.remaining() + " bytes too many");
      }
      return new Checkpoint(run, progress, arrays);
    } catch (BufferUnderflowException e) {
      throw damaged(file, "ends too early", e);
    } catch (IllegalArgumentException e) {
      throw damaged(file, "inconsistent: " + e.getMessage(), e);
    }
  }

  private static CheckpointException damaged(Path file, String reason, Exception cause) {
    CheckpointException damaged = new CheckpointException(file, reason);
    damaged.initCause(cause);
    return damaged;
  }

  /** What lies between magic and digest, both checked. */
  private static ByteBuffer content(Path file, Map<String, float[]> expected) throws IOException {
    long most = MOST_HEADER;
    for (float[] array : expected.values()) {
      most += (long) array.length * Float.BYTES;
    }
    long size = Files.size(file);
    if (size > most || size < MAGIC.length + DIGEST) {
      throw new CheckpointException(
          file, "not a checkpoint of this network: " + size + " bytes, expected up to " + most);
    }
    byte[] bytes = Files.readAllBytes(file);
    if (!Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new CheckpointException(file, "not a checkpoint: it does not begin with the magic");
    }
    int end = bytes.length - DIGEST;
    if (!Arrays.equals(sha256(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length))) {
      throw new CheckpointException(file, "damaged: its SHA-256 does not match its content");
    }
    return ByteBuffer.wrap(bytes, MAGIC.length, end - MAGIC.length);
  }

  private static Map<String, String> readRun(ByteBuffer in, Path file) throws IOException {
    Map<String, String> run = new LinkedHashMap<>();
    int count = readCount(in, MOST_NAMES, "settings", file);
    for (int i = 0; i < count; i++) {
      run.put(readText(in, file), readText(in, file));
    }
    return run;
  }

  private static TrainingProgress readProgress(ByteBuffer in, Path file) throws IOException {
    long steps = in.getLong();
    int bestEpoch = in.getInt();
    int epochs = readCount(in, MOST_EPOCHS, "epochs", file);
    List<EpochMetrics> history = new ArrayList<>();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      Score training = readScore(in);
      Optional<Score> validation = in.get() != 0 ? Optional.of(readScore(in)) : Optional.empty();
      history.add(new EpochMetrics(epoch, training, validation, in.getDouble(), in.getDouble()));
    }
    return new TrainingProgress(steps, history, bestEpoch);
  }

  private static Score readScore(ByteBuffer in) {
    return new Score(in.getDouble(), in.getDouble());
  }

  private static Map<String, float[]> readArrays(
      ByteBuffer in, Path file, Map<String, float[]> expected) throws IOException {
    Map<String, float[]> arrays = new LinkedHashMap<>();
    int count = readCount(in, MOST_NAMES, "arrays", file);
    for (int i = 0; i < count; i++) {
      String name = readText(in, file);
      int length = in.getInt();
      float[] wanted = expected.get(name);
      if (wanted == null || length != wanted.length) {
        throw new CheckpointException(
            file,
            "array %s of %d floats, expected %s"
                .formatted(name, length, wanted == null ? "none" : wanted.length));
      }
      float[] array = new float[length];
      in.asFloatBuffer().get(array);
      in.position(in.position() + length * Float.BYTES);
      arrays.put(name, array);
    }
    if (!arrays.keySet().equals(expected.keySet())) {
      List<String> missing = new ArrayList<>(expected.keySet());
      missing.removeAll(arrays.keySet());
      throw new CheckpointException(file, "arrays missing: " + missing);
    }
    return arrays;
  }

  private static String readText(ByteBuffer in, Path file) throws IOException {
    byte[] utf8 = new byte[readCount(in, Math.min(MOST_TEXT, in.remaining()), "text", file)];
    in.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static int readCount(ByteBuffer in, int most, String what, Path file) throws IOException {
    int count = in.getInt();
    if (count < 0 || count > most) {
      throw new CheckpointException(
          file, "count of " + what + " is " + count + ", expected 0.." + most);
    }
    return count;
  }

  private static byte[] sha256(byte[] bytes, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
