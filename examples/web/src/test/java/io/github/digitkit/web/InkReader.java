package io.github.digitkit.web;

import io.github.digitkit.web.reading.Kind;
import io.github.digitkit.web.reading.ModelCard;
import io.github.digitkit.web.reading.Picture;
import io.github.digitkit.web.reading.ReadDigit;
import io.github.digitkit.web.reading.Reader;
import io.github.digitkit.web.reading.Reading;
import io.github.digitkit.web.reading.UnreadablePictureException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * A reader for tests whose answer a test can choose: the digit is the count of dark pixels in the
 * top row, modulo ten. A picture without any dark pixel is blank.
 */
final class InkReader implements Reader {
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
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(encoded));
      if (image == null) {
        throw new UnreadablePictureException("no picture");
      }
      int width = image.getWidth();
      byte[] grey = new byte[width * image.getHeight()];
      for (int i = 0; i < grey.length; i++) {
        grey[i] = (byte) (image.getRGB(i % width, i / width) & 0xff);
      }
      return new Picture(width, image.getHeight(), grey);
    } catch (IOException broken) {
      throw new UnreadablePictureException("broken picture", broken);
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
