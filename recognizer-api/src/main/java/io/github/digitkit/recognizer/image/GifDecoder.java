package io.github.digitkit.recognizer.image;

/**
 * Decodes the first frame of a GIF (87a, 89a), row by row into a {@link GrayAccumulator}.
 *
 * <p>What of the canvas the frame does not cover is transparent. The other frames are walked over,
 * so that a file that breaks off anywhere is refused.
 */
final class GifDecoder {
  private static final int HEADER_BYTES = 13;
  private static final int IMAGE = 0x2c;
  private static final int EXTENSION = 0x21;
  private static final int TRAILER = 0x3b;
  private static final int GRAPHIC_CONTROL = 0xf9;
  private static final int NO_INDEX = -1;
  private static final int[] INTERLACED_STARTS = {0, 4, 2, 1};
  private static final int[] INTERLACED_STEPS = {8, 8, 4, 2};

  /**
   * Where the first frame is and how it is stored; a colour table is {@code colors} from a place.
   */
  private record Frame(
      int left,
      int top,
      int width,
      int height,
      boolean interlaced,
      int tableAt,
      int colors,
      int transparentIndex,
      int dataAt) {}

  private final EncodedImage file;
  private int transparentIndex = NO_INDEX;

  private GifDecoder(EncodedImage file) {
    this.file = file;
  }

  static DecodedImage decode(EncodedImage file) throws ImageFormatException {
    GifDecoder decoder = new GifDecoder(file);
    return decoder.decode(decoder.findFirstFrame());
  }

  private Frame findFirstFrame() throws ImageFormatException {
    int flags = file.u8(10);
    int globalColors = colors(flags);
    int at = HEADER_BYTES + 3 * globalColors;
    Frame first = null;
    for (int block = file.u8(at); block != TRAILER; block = file.u8(at)) {
      switch (block) {
        case EXTENSION -> at = skipExtension(at);
        case IMAGE -> {
          Frame frame = frame(at, HEADER_BYTES, globalColors);
          first = first == null ? frame : first;
          at = skipSubBlocks(frame.dataAt() + 1);
        }
        default ->
            throw file.fault(
                "GIF block at byte " + at,
                "an image, an extension or the trailer",
                String.format("0x%02x", block));
      }
    }
    if (first == null) {
      throw file.fault("GIF", "at least one image", "none");
    }
    return first;
  }

  private static int colors(int flags) {
    return (flags & 0x80) == 0 ? 0 : 2 << (flags & 7);
  }

  private int skipExtension(int at) throws ImageFormatException {
    if (file.u8(at + 1) == GRAPHIC_CONTROL && file.u8(at + 2) >= 4) {
      boolean transparent = (file.u8(at + 3) & 1) != 0;
      transparentIndex = transparent ? file.u8(at + 6) : NO_INDEX;
    }
    return skipSubBlocks(at + 2);
  }

  private int skipSubBlocks(int start) throws ImageFormatException {
    int at = start;
    for (int length = file.u8(at); length != 0; length = file.u8(at)) {
      file.require("GIF data block", at + 1L, length);
      at += 1 + length;
    }
    return at + 1;
  }

  private Frame frame(int at, int globalTable, int globalColors) throws ImageFormatException {
    int flags = file.u8(at + 9);
    int localColors = colors(flags);
    int end = at + 10;
    return new Frame(
        file.u16LittleEndian(at + 1),
        file.u16LittleEndian(at + 3),
        file.u16LittleEndian(at + 5),
        file.u16LittleEndian(at + 7),
        (flags & 0x40) != 0,
        localColors > 0 ? end : globalTable,
        localColors > 0 ? localColors : globalColors,
        transparentIndex,
        end + 3 * localColors);
  }

  private DecodedImage decode(Frame frame) throws ImageFormatException {
    int width = Math.max(file.u16LittleEndian(6), frame.left() + frame.width());
    int height = Math.max(file.u16LittleEndian(8), frame.top() + frame.height());
    file.requireSize("GIF frame", frame.width(), frame.height());
    file.requireSize("GIF", width, height);
    if (frame.colors() == 0) {
      throw file.fault("GIF colour table", "a global or a local one", "none");
    }
    boolean covered = frame.width() == width && frame.height() == height;
    GrayAccumulator picture =
        covered && frame.transparentIndex() == NO_INDEX
            ? GrayAccumulator.opaque(width, height, file.limits())
            : GrayAccumulator.transparent(width, height, file.limits());
    GifLzw data = new GifLzw(file, frame.dataAt());
    if (frame.interlaced()) {
      for (int pass = 0; pass < INTERLACED_STARTS.length; pass++) {
        addRows(frame, INTERLACED_STARTS[pass], INTERLACED_STEPS[pass], data, picture);
      }
    } else {
      addRows(frame, 0, 1, data, picture);
    }
    return picture.finish("GIF");
  }

  private void addRows(Frame frame, int start, int step, GifLzw data, GrayAccumulator picture)
      throws ImageFormatException {
    PixelRow palette = palette(frame);
    byte[] indices = new byte[frame.width()];
    PixelRow row = new PixelRow(frame.width());
    for (int y = start; y < frame.height(); y += step) {
      data.readFully(indices);
      for (int x = 0; x < indices.length; x++) {
        int index = indices[x] & 0xff;
        if (index >= frame.colors() && index != frame.transparentIndex()) {
          throw file.fault("GIF colour index", "below " + frame.colors(), index);
        }
        row.gray[x] = palette.gray[index];
        row.alpha[x] = palette.alpha[index];
      }
      picture.add(frame.top() + y, frame.left(), 1, frame.width(), row);
    }
  }

  private PixelRow palette(Frame frame) throws ImageFormatException {
    PixelRow palette = new PixelRow(256);
    for (int i = 0; i < frame.colors(); i++) {
      int at = frame.tableAt() + 3 * i;
      palette.setRgb(i, file.u8(at), file.u8(at + 1), file.u8(at + 2));
    }
    if (frame.transparentIndex() != NO_INDEX) {
      palette.alpha[frame.transparentIndex()] = 0;
    }
    return palette;
  }
}
