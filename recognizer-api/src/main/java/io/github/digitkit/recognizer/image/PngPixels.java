package io.github.digitkit.recognizer.image;

import java.util.Arrays;

/** Turns unfiltered PNG rows into grey and alpha; one implementation for each way of storing. */
abstract class PngPixels {
  /** Whether any pixel may be other than opaque. */
  abstract boolean hasAlpha();

  /** Unpacks {@code row.width()} pixels from {@code at}. {@code row}: Overwritten. */
  abstract void unpack(byte[] line, int at, PixelRow row) throws ImageFormatException;

  /** Picks the implementation for a file, with its palette and transparency read and checked. */
  static PngPixels of(EncodedImage file, PngChunks chunks) throws ImageFormatException {
    PngHeader header = chunks.header();
    return switch (header.color()) {
      case PALETTE -> Indexed.palette(file, chunks);
      case GRAY -> header.depth() <= 8 ? Indexed.grays(file, chunks) : new Samples(file, chunks);
      case RGB, GRAY_ALPHA, RGB_ALPHA -> new Samples(file, chunks);
    };
  }

  private static void requireTransparency(EncodedImage file, int least, int most, int got)
      throws ImageFormatException {
    if (got < least || got > most) {
      String expected = least == most ? least + " bytes" : least + " to " + most + " bytes";
      throw file.fault("PNG chunk tRNS", expected, got);
    }
  }

  /** One sample of up to 8 bits, looked up: palettes and shallow greys. */
  private static final class Indexed extends PngPixels {
    private final EncodedImage file;
    private final int depth;
    private final int entries;
    private final byte[] grays = new byte[256];
    private final byte[] alphas = new byte[256];
    private final boolean hasAlpha;

    private Indexed(EncodedImage file, PngChunks chunks, int entries) {
      this.file = file;
      this.depth = chunks.header().depth();
      this.entries = entries;
      this.hasAlpha = !chunks.transparency().isNone();
      Arrays.fill(alphas, (byte) 255);
    }

    static Indexed palette(EncodedImage file, PngChunks chunks) throws ImageFormatException {
      int entries = chunks.palette().length() / 3;
      Indexed indexed = new Indexed(file, chunks, entries);
      for (int i = 0; i < entries; i++) {
        int at = chunks.palette().at() + 3 * i;
        indexed.grays[i] = (byte) PixelRow.gray(file.u8(at), file.u8(at + 1), file.u8(at + 2));
      }
      PngChunks.Span transparency = chunks.transparency();
      requireTransparency(file, 0, entries, transparency.length());
      System.arraycopy(file.array(), transparency.at(), indexed.alphas, 0, transparency.length());
      return indexed;
    }

    static Indexed grays(EncodedImage file, PngChunks chunks) throws ImageFormatException {
      int entries = 1 << chunks.header().depth();
      Indexed indexed = new Indexed(file, chunks, entries);
      for (int i = 0; i < entries; i++) {
        indexed.grays[i] = (byte) (i * 255 / (entries - 1));
      }
      if (indexed.hasAlpha) {
        requireTransparency(file, 2, 2, chunks.transparency().length());
        int key = file.u16BigEndian(chunks.transparency().at());
        if (key < entries) {
          indexed.alphas[key] = 0;
        }
      }
      return indexed;
    }

    @Override
    boolean hasAlpha() {
      return hasAlpha;
    }

    @Override
    void unpack(byte[] line, int at, PixelRow row) throws ImageFormatException {
      int mask = (1 << depth) - 1;
      int perByte = 8 / depth;
      for (int x = 0; x < row.width(); x++) {
        int shift = 8 - depth * (x % perByte + 1);
        int index = (line[at + x / perByte] >> shift) & mask;
        if (index >= entries) {
          throw file.fault("PNG palette index", "below " + entries, index);
        }
        row.gray[x] = grays[index];
        row.alpha[x] = alphas[index];
      }
    }
  }

  /** Whole-byte samples: colours, alpha and 16-bit greys. */
  private static final class Samples extends PngPixels {
    private static final int NO_KEY = -1;

    private final int depth;
    private final int samples;
    private final boolean gray;
    private final boolean alpha;
    private final int[] key = {NO_KEY, NO_KEY, NO_KEY};

    Samples(EncodedImage file, PngChunks chunks) throws ImageFormatException {
      PngColor color = chunks.header().color();
      depth = chunks.header().depth();
      samples = color.samples();
      gray = color == PngColor.GRAY || color == PngColor.GRAY_ALPHA;
      alpha = color.hasAlpha();
      PngChunks.Span transparency = chunks.transparency();
      // Beside an alpha channel tRNS is forbidden and, as everywhere, ignored.
      if (!alpha && !transparency.isNone()) {
        requireTransparency(file, 2 * samples, 2 * samples, transparency.length());
        for (int i = 0; i < key.length; i++) {
          key[i] = file.u16BigEndian(transparency.at() + 2 * (gray ? 0 : i));
        }
      }
    }

    @Override
    boolean hasAlpha() {
      return alpha || key[0] != NO_KEY;
    }

    @Override
    void unpack(byte[] line, int at, PixelRow row) {
      int next = at;
      int step = depth / 8;
      int green = gray ? 0 : step;
      for (int x = 0; x < row.width(); x++) {
        int r = sample(line, next);
        int g = sample(line, next + green);
        int b = sample(line, next + 2 * green);
        row.setRgb(x, toByte(r), toByte(g), toByte(b));
        if (alpha) {
          row.alpha[x] = (byte) toByte(sample(line, next + (samples - 1) * step));
        } else if (key[0] != NO_KEY) {
          row.alpha[x] = (byte) (r == key[0] && g == key[1] && b == key[2] ? 0 : 255);
        }
        next += samples * step;
      }
    }

    private int sample(byte[] line, int at) {
      int high = line[at] & 0xff;
      return depth == 8 ? high : high << 8 | (line[at + 1] & 0xff);
    }

    private int toByte(int sample) {
      return depth == 8 ? sample : (sample * 255 + 32767) / 65535;
    }
  }
}
