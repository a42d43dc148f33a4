package io.github.digitkit.cli.study;

import io.github.digitkit.recognizer.DigitRecognizer;
import io.github.digitkit.recognizer.Recognition;
import io.github.digitkit.train.data.Dataset;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Draws the same digits as every kind, sends each drawing through the whole path from an encoded
 * file, and counts. Immutable; safe for use by many threads.
 */
public final class KindStudy {
  private static final long SEED = 4_711;
  private static final int SAMPLES = 12;

  private final DigitRecognizer recognizer;
  private final Dataset digits;
  private final @Nullable Path samples;

  /**
   * @param digits 28x28, of which all are drawn
   * @param samples a folder for some pictures of each kind, misread ones first; null for none
   */
  public KindStudy(DigitRecognizer recognizer, Dataset digits, @Nullable Path samples) {
    this.recognizer = recognizer;
    this.digits = digits;
    this.samples = samples;
  }

  /** The names of all kinds with their groups. */
  public static List<String> kinds() {
    return PictureKinds.all().stream().map(k -> k.group() + ": " + k.name()).toList();
  }

  /**
   * Studies one kind.
   *
   * @param kind its index in {@link #kinds}
   * @param format of the encoded pictures, png or jpeg
   */
  public KindResult study(int kind, String format) throws IOException {
    PictureKind drawn = PictureKinds.all().get(kind);
    int right = 0;
    int refused = 0;
    int wronglyAccepted = 0;
    int kept = 0;
    for (int i = 0; i < digits.size(); i++) {
      SplittableRandom random = new SplittableRandom(SEED + i);
      BufferedImage image = drawn.maker().draw(InkSheet.of(digits, i), random);
      Recognition answer =
          recognizer.recognize(new ByteArrayInputStream(EncodedPicture.of(image, format)));
      boolean isRight = answer.digit() == digits.label(i);
      right += isRight ? 1 : 0;
      refused += answer.accepted() ? 0 : 1;
      wronglyAccepted += answer.accepted() && !isRight ? 1 : 0;
      if (samples != null && kept < SAMPLES && (!isRight || i == digits.size() - 1)) {
        save(kind, i, digits.label(i), image, answer);
        kept++;
      }
    }
    return new KindResult(
        drawn.group(), drawn.name(), digits.size(), right, refused, wronglyAccepted);
  }

  private void save(int kind, int index, int label, BufferedImage image, Recognition answer)
      throws IOException {
    Path folder = Optional.ofNullable(samples).orElseThrow();
    Files.createDirectories(folder);
    String name = "%02d-%04d-%d-read-%d".formatted(kind, index, label, answer.digit());
    ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
    BufferedImage seen = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    seen.getRaster().setDataElements(0, 0, 28, 28, answer.seen().toByteArray());
    ImageIO.write(seen, "png", folder.resolve(name + "-seen.png").toFile());
  }
}
