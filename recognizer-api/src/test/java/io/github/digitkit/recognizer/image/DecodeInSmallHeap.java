package io.github.digitkit.recognizer.image;

import java.nio.file.Path;

/** Decodes the files named and prints a line for each; run with a small heap by the test. */
final class DecodeInSmallHeap {
  private DecodeInSmallHeap() {}

  /** A line is: name, milliseconds, what came out; with tabs in between. */
  public static void main(String[] files) throws Exception {
    ImageDecoder decoder = new ImageDecoder();
    for (String name : files) {
      long start = System.nanoTime();
      String outcome;
      try {
        outcome = describe(decoder.decodeWithOrigin(Path.of(name)));
      } catch (ImageFormatException e) {
        outcome = "refused: " + e.reason();
      }
      long millis = (System.nanoTime() - start) / 1_000_000;
      System.out.println(Path.of(name).getFileName() + "\t" + millis + "\t" + outcome);
    }
  }

  /** Counts the pixels that are far from those of the digit drawn at this size. */
  private static String describe(DecodedImage decoded) {
    GrayImage image = decoded.image();
    int wrong = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        boolean ink = Digit.isInk(x, y, image.width(), image.height());
        wrong += Math.abs(image.get(x, y) - (ink ? 0 : 255)) > 40 ? 1 : 0;
      }
    }
    boolean digit = wrong < image.width() * image.height() / 100;
    return decoded.width()
        + "x"
        + decoded.height()
        + " / "
        + decoded.shrink()
        + (digit ? " digit" : " " + wrong + " pixels wrong");
  }
}
