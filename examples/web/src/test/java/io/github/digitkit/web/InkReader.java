package io.github.digitkit.web;

import io.github.digitkit.recognizer.image.GrayImage;
import io.github.digitkit.recognizer.image.ImageDecoder;
import io.github.digitkit.recognizer.image.ImageFormatException;
import io.github.digitkit.recognizer.image.ImageLimits;
import io.github.digitkit.web.reading.Kind;
import io.github.digitkit.web.reading.ModelCard;
import io.github.digitkit.web.reading.Picture;
import io.github.digitkit.web.reading.ReadDigit;
import io.github.digitkit.web.reading.Reader;
import io.github.digitkit.web.reading.Reading;
import io.github.digitkit.web.reading.UnreadablePictureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A reader for tests, with the real decoder but no network, whose answer a test can choose: the
 * digit is the count of dark pixels in the top row, modulo ten. A picture without any dark pixel is
 * blank.
 */
final class InkReader implements Reader {
  private static final ImageDecoder DECODER =
      new ImageDecoder(ImageLimits.defaults().withMaxPixels(50_000_000));

  @Override
  public Reading read(byte[] encoded, Kind kind) throws UnreadablePictureException {
    Picture picture = decode(encoded);
    int digit =
        (int) IntStream.range(0, picture.width()).filter(x -> dark(picture, x)).count() % 10;
    boolean blank = IntStream.range(0, picture.grey().length).noneMatch(i -> dark(picture, i));
    Optional<String> rejected = blank ? Optional.of("BLANK") : Optional.empty();
    byte[] seen = new byte[Reading.SEEN_SIZE];
    seen[0] = (byte) digit;
    if (kind == Kind.DIGIT) {
      List<Double> probabilities = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        probabilities.add(i == digit ? 0.91 : 0.01);
      }
      return new Reading(kind, "" + digit, 0.91, rejected, probabilities, List.of(), seen, picture);
    }
    List<ReadDigit> digits = List.of(new ReadDigit(digit, 0.91, rejected, 0, 0, 5, 7));
    return new Reading(kind, "" + digit, 0.91, rejected, List.of(), digits, seen, picture);
  }

  private static Picture decode(byte[] encoded) throws UnreadablePictureException {
    try {
      GrayImage image = DECODER.decode(encoded);
      return new Picture(image.width(), image.height(), image.toByteArray());
    } catch (ImageFormatException broken) {
      throw new UnreadablePictureException(broken.reason(), broken);
    }
  }

  private static boolean dark(Picture picture, int index) {
    return (picture.grey()[index] & 0xff) < 128;
  }

  @Override
  public ModelCard model() {
    return new ModelCard(Map.of("name", "test reader"));
  }
}
