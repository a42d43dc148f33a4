package io.github.digitkit.train;

import io.github.digitkit.nn.Sequential;
import io.github.digitkit.train.data.Epoch;
import io.github.digitkit.train.data.EpochSource;
import io.github.digitkit.train.data.augment.AugmentationContext;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that a run's weights follow from, as text: two runs with the same text give the same bits.
 */
final class RunDescription {
  /** Pictures at either end of the first epoch that stand for all of them. */
  private static final int SAMPLE = 32;

  private RunDescription() {}

  static Map<String, String> of(
      TrainingSettings settings, Sequential network, String kernels, EpochSource source) {
    Map<String, String> run = new LinkedHashMap<>(settings.asText());
    run.put("network", network.nodes().toString());
    run.put("kernels", kernels);
    run.put("samples", String.valueOf(source.epochSize()));
    run.put("data", fingerprint(source));
    return run;
  }

  /** Of all labels and some augmented pictures of the first epoch. */
  private static String fingerprint(EpochSource source) {
    Epoch epoch = source.epoch(0);
    MessageDigest digest = sha256();
    ByteBuffer labels = ByteBuffer.allocate(epoch.size() * Integer.BYTES);
    for (int i = 0; i < epoch.size(); i++) {
      labels.putInt(epoch.label(i));
    }
    digest.update(labels.array());
    AugmentationContext context = source.newContext();
    for (int i = 0; i < Math.min(SAMPLE, epoch.size()); i++) {
      addPicture(digest, epoch, i, source, context);
      addPicture(digest, epoch, epoch.size() - 1 - i, source, context);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  private static void addPicture(
      MessageDigest digest,
      Epoch epoch,
      int index,
      EpochSource source,
      AugmentationContext context) {
    float[] picture = new float[source.height() * source.width()];
    epoch.fillPicture(index, picture, 0, context);
    ByteBuffer bytes = ByteBuffer.allocate(picture.length * Float.BYTES);
    bytes.asFloatBuffer().put(picture);
    digest.update(bytes.array());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
