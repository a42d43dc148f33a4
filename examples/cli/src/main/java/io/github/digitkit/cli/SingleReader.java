package io.github.digitkit.cli;

import io.github.digitkit.recognizer.DigitRecognizer;
import io.github.digitkit.recognizer.Recognition;
import io.github.digitkit.recognizer.image.DecodedImage;
import java.nio.file.Path;

/** Reads a picture as one digit. */
final class SingleReader implements Reader {
  private final DigitRecognizer recognizer;

  SingleReader(DigitRecognizer recognizer) {
    this.recognizer = recognizer;
  }

  @Override
  public Answer read(DecodedImage picture) {
    return new SingleAnswer(recognizer.recognize(picture.image()));
  }

  private record SingleAnswer(Recognition recognition) implements Answer {
    @Override
    public String text() {
      String best = recognition.digit() + " (" + percent(recognition.confidence()) + ")";
      return recognition
          .rejected()
          .map(reason -> "rejected, " + reason + "; best guess " + best)
          .orElse(best);
    }

    @Override
    public JsonObject json(Path file) {
      return new JsonObject()
          .put("file", file)
          .put("digit", recognition.digit())
          .put("confidence", recognition.confidence())
          .put("rejected", recognition.rejected().orElse(null))
          .put("probabilities", recognition.probabilities());
    }
  }

  /** By hand, because loading the JDK's formatter takes longer than reading a digit. */
  static String percent(double share) {
    long tenths = Math.round(share * 1000);
    return tenths / 10 + "." + tenths % 10 + " %";
  }
}
