package io.github.digitkit.recognizer.image;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Coverage-guided fuzzing. A normal build replays the kept inputs; {@code JAZZER_FUZZ=1} searches
 * for new ones, see docs/image-decoding.md.
 */
class ImageDecoderFuzzTest {
  private static final int MOST_PIXELS = 1_000_000;
  private static final ImageDecoder DECODER =
      new ImageDecoder(ImageLimits.defaults().withMaxPixels(MOST_PIXELS));

  /** Any bytes are a picture within the limits or are refused in the one way that is promised. */
  @FuzzTest(maxDuration = "10m")
  void readsOrRefusesAnything(byte[] file) {
    decode(file);
  }

  /** As above, past the checksums of PNG, which no mutation gets right. */
  @FuzzTest(maxDuration = "10m")
  void readsOrRefusesPngWithRightChecksums(byte[] file) {
    decode(PngWriter.repaired(file));
  }

  private static void decode(byte[] file) {
    try {
      GrayImage image = DECODER.decode(file);
      if (image.width() * image.height() > MOST_PIXELS) {
        throw new AssertionError("larger than the limits: " + image);
      }
    } catch (ImageFormatException e) {
      if (!e.getMessage().contains("expected ")) {
        throw new AssertionError("no clear message", e);
      }
    }
  }
}
