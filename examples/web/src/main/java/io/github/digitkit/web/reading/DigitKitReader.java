package io.github.digitkit.web.reading;

import io.github.digitkit.recognizer.DigitRecognizer;
import io.github.digitkit.recognizer.LocatedDigit;
import io.github.digitkit.recognizer.NumberReading;
import io.github.digitkit.recognizer.Recognition;
import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.GrayImage;
import io.github.digitkit.recognizer.image.ImageFormatException;
import io.github.digitkit.recognizer.image.ImageLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads with {@link DigitRecognizer}. */
public final class DigitKitReader implements Reader {
  private static final String BLANK = "BLANK";
  private static final String UNSURE = "UNSURE";
  private static final double EVEN = 0.5;
  private static final int LONGEST_FACT = 300;

  private final DigitRecognizer recognizer;

  private DigitKitReader(DigitRecognizer recognizer) {
    this.recognizer = recognizer;
  }

  /**
   * Loads the network.
   *
   * @param model weights, empty for the bundled ones
   * @param maxBytes of one picture
   * @param maxPixels of one picture
   * @throws IOException if the weights cannot be read
   */
  public static DigitKitReader load(Optional<Path> model, int maxBytes, long maxPixels)
      throws IOException {
    ImageLimits limits =
        ImageLimits.defaults()
            .withMaxBytes(maxBytes)
            .withMaxPixels((int) Math.min(maxPixels, Integer.MAX_VALUE));
    DigitRecognizer.Builder builder = DigitRecognizer.builder().limits(limits);
    model.ifPresent(builder::model);
    return new DigitKitReader(builder.build());
  }

  @Override
  public Reading read(byte[] encoded, Kind kind) throws UnreadablePictureException {
    GrayImage image;
    try {
      image = recognizer.decoder().decode(encoded);
    } catch (ImageFormatException unreadable) {
      throw new UnreadablePictureException(unreadable.reason(), unreadable);
    }
    return kind == Kind.DIGIT ? digit(image) : number(image);
  }

  private Reading digit(GrayImage image) {
    Recognition answer = recognizer.recognize(image);
    return new Reading(
        Kind.DIGIT,
        Integer.toString(answer.digit()),
        answer.confidence(),
        answer.rejected().map(Enum::name),
        answer.probabilities(),
        List.of(),
        answer.seen().toByteArray(),
        picture(image));
  }

  private Reading number(GrayImage image) {
    NumberReading answer = recognizer.readNumber(image);
    List<ReadDigit> digits = answer.digits().stream().map(DigitKitReader::located).toList();
    byte[] seen = new byte[digits.size() * Reading.SEEN_SIZE];
    for (int i = 0; i < digits.size(); i++) {
      byte[] one = answer.digits().get(i).recognition().seen().toByteArray();
      System.arraycopy(one, 0, seen, i * Reading.SEEN_SIZE, Reading.SEEN_SIZE);
    }
    return new Reading(
        Kind.NUMBER,
        answer.text(),
        answer.confidence(),
        doubt(answer.confidence(), digits),
        List.of(),
        digits,
        seen,
        picture(image));
  }

  /**
   * Without digits it is blank; with a doubtful digit, or more likely wrong than right, doubtful.
   */
  private static Optional<String> doubt(double confidence, List<ReadDigit> digits) {
    if (digits.isEmpty()) {
      return Optional.of(BLANK);
    }
    boolean doubtful =
        confidence < EVEN || digits.stream().anyMatch(digit -> digit.rejected().isPresent());
    return doubtful ? Optional.of(UNSURE) : Optional.empty();
  }

  private static ReadDigit located(LocatedDigit digit) {
    Recognition answer = digit.recognition();
    Box box = digit.box();
    return new ReadDigit(
        answer.digit(),
        answer.confidence(),
        answer.rejected().map(Enum::name),
        box.x(),
        box.y(),
        box.width(),
        box.height());
  }

  private static Picture picture(GrayImage image) {
    return new Picture(image.width(), image.height(), image.toByteArray());
  }

  @Override
  public ModelCard model() {
    Map<String, String> facts = new LinkedHashMap<>();
    // The architecture and the reject curve are long documents, not facts for a page.
    recognizer
        .metadata()
        .forEach(
            (name, value) -> {
              if (value.length() <= LONGEST_FACT) {
                facts.put(name, value);
              }
            });
    return new ModelCard(facts);
  }
}
