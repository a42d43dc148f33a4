package io.github.digitkit.cli;

import io.github.digitkit.recognizer.DigitRecognizer;
import io.github.digitkit.recognizer.LocatedDigit;
import io.github.digitkit.recognizer.NumberReading;
import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.DecodedImage;
import io.github.digitkit.recognizer.image.GrayImage;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Reads a picture as a line of digits, or as a page of them. */
final class NumberReader implements Reader {
  private final Function<GrayImage, NumberReading> reading;
  private final Layout layout;

  private enum Layout {
    LINE,
    PAGE
  }

  private NumberReader(Function<GrayImage, NumberReading> reading, Layout layout) {
    this.reading = reading;
    this.layout = layout;
  }

  static NumberReader ofLines(DigitRecognizer recognizer) {
    return new NumberReader(recognizer::readNumber, Layout.LINE);
  }

  static NumberReader ofPages(DigitRecognizer recognizer) {
    return new NumberReader(recognizer::readAll, Layout.PAGE);
  }

  @Override
  public Answer read(DecodedImage picture) {
    return new NumberAnswer(reading.apply(picture.image()), layout, picture.shrink());
  }

  private record NumberAnswer(NumberReading number, Layout layout, int shrink) implements Answer {
    @Override
    public String text() {
      if (number.digits().isEmpty()) {
        return "no digits";
      }
      String text = number.text().replace("\n", " / ");
      return text + " (" + SingleReader.percent(number.confidence()) + ")";
    }

    @Override
    public JsonObject json(Path file) {
      List<JsonObject> digits = number.digits().stream().map(this::describe).toList();
      return new JsonObject()
          .put("file", file)
          .put("text", number.text())
          .put("confidence", number.confidence())
          .put("digits", digits);
    }

    private JsonObject describe(LocatedDigit digit) {
      JsonObject json =
          new JsonObject()
              .put("digit", digit.recognition().digit())
              .put("confidence", digit.recognition().confidence())
              .put("rejected", digit.recognition().rejected().orElse(null))
              .put("box", inFile(digit.box()));
      return layout == Layout.PAGE ? json.put("line", digit.line()) : json;
    }

    /** In pixels of the upright picture as it is in the file, which was shrunk to be read. */
    private int[] inFile(Box box) {
      return new int[] {
        box.x() * shrink, box.y() * shrink, box.width() * shrink, box.height() * shrink
      };
    }
  }
}
