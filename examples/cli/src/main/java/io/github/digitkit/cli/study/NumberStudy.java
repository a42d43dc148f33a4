package io.github.digitkit.cli.study;

import io.github.digitkit.recognizer.DigitRecognizer;
import io.github.digitkit.recognizer.NumberReading;
import io.github.digitkit.recognizer.image.ImageDecoder;
import io.github.digitkit.train.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Sets digits of a data set side by side as every kind of number, has them read, and counts the
 * numbers of which every digit is right. Immutable; safe for use by many threads.
 */
public final class NumberStudy {
  /** The confidence above which a number counts as accepted. */
  private static final double CONFIDENT = 0.9;

  private final DigitRecognizer recognizer;
  private final Dataset digits;
  private final ImageDecoder decoder = new ImageDecoder();
  private final int count;
  private final long seed;
  private final @Nullable Path samples;

  /**
   * @param digits 28x28, to choose from
   * @param count numbers of each kind
   * @param seed of what is chosen and drawn
   * @param samples a folder for all pictures, with an index.csv of what they show; null for none
   */
  public NumberStudy(
      DigitRecognizer recognizer, Dataset digits, int count, long seed, @Nullable Path samples) {
    this.recognizer = recognizer;
    this.digits = digits;
    this.count = count;
    this.seed = seed;
    this.samples = samples;
  }

  /** The names of all kinds. */
  public static List<String> kinds() {
    return NumberKinds.all().stream().map(kind -> "number: " + kind.name()).toList();
  }

  /**
   * Studies one kind.
   *
   * @param kind its index in {@link #kinds}
   * @param format of the encoded pictures, png or jpeg
   */
  public KindResult study(int kind, String format) throws IOException {
    NumberKind drawn = NumberKinds.all().get(kind);
    List<String> index = new ArrayList<>();
    int right = 0;
    int refused = 0;
    int wronglyAccepted = 0;
    for (int i = 0; i < count; i++) {
      SplittableRandom random = new SplittableRandom(seed * count + i);
      ChosenDigits chosen = ChosenDigits.of(digits, random);
      String text = chosen.text() + drawn.appended();
      byte[] picture = EncodedPicture.of(drawn.maker().draw(chosen.sheets(), random), format);
      NumberReading reading = recognizer.readNumber(decoder.decode(picture));
      boolean isRight = reading.text().equals(text);
      boolean accepted = reading.confidence() >= CONFIDENT;
      right += isRight ? 1 : 0;
      refused += accepted ? 0 : 1;
      wronglyAccepted += accepted && !isRight ? 1 : 0;
      if (samples != null) {
        index.add(keep(samples, "%02d-%04d.%s".formatted(kind, i, format), picture, text));
      }
    }
    if (samples != null) {
      append(samples.resolve("index.csv"), index);
    }
    return new KindResult("number", drawn.name(), count, right, refused, wronglyAccepted);
  }

  private static String keep(Path folder, String name, byte[] picture, String text)
      throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(name), picture);
    return name + "," + text;
  }

  /** Adds to the index; a picture that was drawn anew keeps one line. */
  private static void append(Path file, List<String> lines) throws IOException {
    Map<String, String> byPicture = new LinkedHashMap<>();
    List<String> known = Files.exists(file) ? Files.readAllLines(file) : List.of("file,text");
    for (List<String> some : List.of(known, lines)) {
      some.forEach(line -> byPicture.put(line.substring(0, line.indexOf(',')), line));
    }
    Files.write(file, byPicture.values());
  }
}
