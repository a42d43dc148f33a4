package io.github.digitkit.recognizer.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PngDecoderTest {
  private final ImageDecoder decoder = new ImageDecoder();

  static Stream<Arguments> kinds() {
    int[][] depths = {{1, 2, 4, 8, 16}, {}, {8, 16}, {1, 2, 4, 8}, {8, 16}, {}, {8, 16}};
    return Stream.of(0, 2, 3, 4, 6)
        .flatMap(
            type ->
                Stream.of(false, true)
                    .flatMap(
                        interlaced ->
                            java.util.Arrays.stream(depths[type])
                                .mapToObj(depth -> Arguments.of(type, depth, interlaced))));
  }

  @ParameterizedTest(name = "colour type {0}, {1} bits, interlaced {2}")
  @MethodSource("kinds")
  void everyKindGivesTheSameDigit(int colorType, int depth, boolean interlaced) throws Exception {
    PngWriter png = new PngWriter(Digit.WIDTH, Digit.HEIGHT, depth, colorType);
    png.interlaced = interlaced;
    int most = (1 << depth) - 1;
    int[] samples =
        switch (colorType) {
          case 0 -> Digit.samples(new int[] {0}, new int[] {most});
          case 2 -> Digit.samples(new int[3], new int[] {most, most, most});
          case 4 -> Digit.samples(new int[] {0, most}, new int[] {most, most});
          case 6 -> Digit.samples(new int[] {0, 0, 0, most}, new int[] {9, 99, 200, 0});
          default -> {
            png.palette = new byte[] {-1, -1, -1, 0, 0, 0};
            yield Digit.samples(new int[] {1}, new int[] {0});
          }
        };
    assertThat(decoder.decode(png.write(samples))).isEqualTo(Digit.expected());
  }

  /** Random samples, every filter, odd sizes: against the JDK's reader and a formula in double. */
  @ParameterizedTest(name = "colour type {0}, {1} bits, interlaced {2}")
  @MethodSource("kinds")
  void agreesWithTheJdkOnRandomPictures(int colorType, int depth, boolean interlaced)
      throws Exception {
    long seed = 31L * colorType + depth;
    Random random = new Random(seed);
    for (int round = 0; round < 12; round++) {
      PngWriter png =
          new PngWriter(1 + random.nextInt(19), 1 + random.nextInt(19), depth, colorType);
      png.interlaced = interlaced;
      png.filters = random;
      png.palette = new byte[colorType == 3 ? 3 << depth : 0];
      random.nextBytes(png.palette);
      int[] samples = new int[png.width * png.height * PngWriter.channels(colorType)];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = random.nextInt(1 << depth);
      }
      makeOpaque(samples, colorType, depth);
      byte[] file = png.write(samples);
      GrayImage ours = decoder.decode(file);
      BufferedImage jdk = ImageIO.read(new ByteArrayInputStream(file));
      for (int y = 0; y < png.height; y++) {
        for (int x = 0; x < png.width; x++) {
          assertThat((double) ours.get(x, y))
              .as("seed %d, round %d, pixel (%d, %d)", seed, round, x, y)
              .isCloseTo(grayByTheJdk(jdk, x, y, colorType), within(1.01));
        }
      }
    }
  }

  private static org.assertj.core.data.Offset<Double> within(double tolerance) {
    return org.assertj.core.data.Offset.offset(tolerance);
  }

  private static void makeOpaque(int[] samples, int colorType, int depth) {
    int channels = PngWriter.channels(colorType);
    for (int i = channels - 1; colorType >= 4 && i < samples.length; i += channels) {
      samples[i] = (1 << depth) - 1;
    }
  }

  private static double grayByTheJdk(BufferedImage image, int x, int y, int colorType) {
    if (colorType == 3) {
      int rgb = image.getRGB(x, y);
      return gray((rgb >> 16) & 0xff, (rgb >> 8) & 0xff, rgb & 0xff);
    }
    int[] pixel = image.getRaster().getPixel(x, y, (int[]) null);
    double scale = 255.0 / ((1 << image.getRaster().getSampleModel().getSampleSize(0)) - 1);
    return pixel.length < 3
        ? pixel[0] * scale
        : gray(pixel[0] * scale, pixel[1] * scale, pixel[2] * scale);
  }

  private static double gray(double red, double green, double blue) {
    double luma = .299 * red + .587 * green + .114 * blue;
    return .5 * luma + .5 * Math.min(red, Math.min(green, blue));
  }

  @Test
  void readsInkThatIsInTheAlphaChannelOnly() throws Exception {
    PngWriter png = new PngWriter(Digit.WIDTH, Digit.HEIGHT, 8, 6);
    int[] blackInk = Digit.samples(new int[] {0, 0, 0, 255}, new int[4]);
    assertThat(decoder.decode(png.write(blackInk))).isEqualTo(Digit.expected());
    int[] hole = Digit.samples(new int[] {255, 255, 255, 0}, new int[] {0, 0, 0, 255});
    assertThat(decoder.decode(png.write(hole)).get(0, 0)).isZero();
  }

  @Test
  void putsWhiteInkOnBlack() throws Exception {
    PngWriter png = new PngWriter(Digit.WIDTH, Digit.HEIGHT, 16, 4);
    int[] whiteInk = Digit.samples(new int[] {65535, 65535}, new int[] {65535, 0});
    GrayImage image = decoder.decode(png.write(whiteInk));
    for (int y = 0; y < Digit.HEIGHT; y++) {
      for (int x = 0; x < Digit.WIDTH; x++) {
        assertThat(image.get(x, y)).isEqualTo(255 - Digit.expected().get(x, y));
      }
    }
  }

  @Test
  void blendsHalfTransparentInk() throws Exception {
    PngWriter png = new PngWriter(Digit.WIDTH, Digit.HEIGHT, 8, 4);
    int[] thin = Digit.samples(new int[] {0, 64}, new int[] {0, 0});
    GrayImage image = decoder.decode(png.write(thin));
    assertThat(image.toByteArray()).containsOnly((byte) 255, (byte) (255 - 64));
  }

  @ParameterizedTest(name = "colour type {0}, {1} bits")
  @MethodSource("kinds")
  void readsTransparencyByColour(int colorType, int depth, boolean interlaced) throws Exception {
    int most = (1 << depth) - 1;
    PngWriter png = new PngWriter(Digit.WIDTH, Digit.HEIGHT, depth, colorType);
    png.interlaced = interlaced;
    byte high = (byte) (most >> 8);
    byte low = (byte) most;
    int[] samples;
    switch (colorType) {
      case 0 -> {
        png.transparency = new byte[] {high, low};
        samples = Digit.samples(new int[] {0}, new int[] {most});
      }
      case 2 -> {
        png.transparency = new byte[] {high, low, 0, 0, high, low};
        samples = Digit.samples(new int[3], new int[] {most, 0, most});
      }
      case 3 -> {
        png.palette = new byte[] {0, 0, 0, 0, 0, 0};
        png.transparency = new byte[] {0};
        samples = Digit.samples(new int[] {1}, new int[] {0});
      }
      default -> {
        return;
      }
    }
    assertThat(decoder.decode(png.write(samples))).isEqualTo(Digit.expected());
  }

  @Test
  void keepsAllSixteenBitsOfATransparentColourApart() throws Exception {
    PngWriter png = new PngWriter(2, 1, 16, 0);
    png.transparency = new byte[] {0, 1};
    GrayImage image = decoder.decode(png.write(new int[] {1, 2}));
    assertThat(image.toByteArray()).containsExactly(-1, 0);
  }

  @Test
  void roundsSixteenBitsToTheNearestOfEight() throws Exception {
    PngWriter png = new PngWriter(4, 1, 16, 0);
    GrayImage image = decoder.decode(png.write(new int[] {0x0080, 0x0081, 0x80ff, 0xff00}));
    assertThat(image.toByteArray()).containsExactly(0, 1, (byte) 128, (byte) 254);
  }

  @Test
  void turnsUprightByItsExifChunk() throws Exception {
    PngWriter png = new PngWriter(2, 1, 8, 0);
    byte[] exif = Exif.block(6, true);
    png.beforeData = PngWriter.chunk("eXIf", exif);
    GrayImage image = decoder.decode(png.write(new int[] {10, 20}));
    assertThat(image).isEqualTo(GrayImage.of(1, 2, new byte[] {10, 20}));
  }

  @Test
  void averagesLargePicturesDownInBoxes() throws Exception {
    for (boolean interlaced : new boolean[] {false, true}) {
      PngWriter png = new PngWriter(301, 203, 8, 0);
      png.interlaced = interlaced;
      int[] samples = new Random(5).ints(301 * 203, 0, 256).toArray();
      ImageDecoder small = new ImageDecoder(ImageLimits.defaults().withWorkingPixels(10_000));
      GrayImage image = small.decode(png.write(samples));
      assertThat(image.width()).isEqualTo(101);
      assertThat(image.height()).isEqualTo(68);
      assertThat((double) image.get(4, 7)).isCloseTo(mean(samples, 12, 15, 21, 24), within(.5));
      assertThat((double) image.get(100, 67))
          .isCloseTo(mean(samples, 300, 301, 201, 203), within(.5));
    }
  }

  private static double mean(int[] samples, int left, int right, int top, int bottom) {
    double sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += samples[y * 301 + x];
      }
    }
    return sum / ((right - left) * (bottom - top));
  }
}
