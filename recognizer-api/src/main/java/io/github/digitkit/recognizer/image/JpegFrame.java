package io.github.digitkit.recognizer.image;

import java.util.BitSet;

/**
 * What a JPEG says about itself, found by a walk over its segments and scans to the end marker.
 *
 * @param width width in pixels as stored
 * @param height height in pixels as stored
 * @param components 1 (grey), 3 or 4
 * @param color how the components are to be read
 * @param orientation how to turn the picture upright
 */
record JpegFrame(int width, int height, int components, JpegColor color, Orientation orientation) {

  static JpegFrame read(EncodedImage file) throws ImageFormatException {
    return new Walk(file).toEnd();
  }

  /** The state of the walk. */
  private static final class Walk {
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int DNL = 0xdc;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP14 = 0xee;

    /** Each scan is a pass over the whole picture, so many scans of a large one are a bomb. */
    private static final int MOST_PASSES_OVER_LARGEST_PICTURE = 16;

    private final EncodedImage file;
    private int frameAt;
    private boolean baseline;
    private int scans;
    private long scanBytes;

    /** The identifiers of the components that some scan has data for. */
    private final BitSet scanned = new BitSet(256);

    private boolean jfif;
    private int adobeTransform = JpegColor.NO_ADOBE;
    private Orientation orientation = Orientation.UPRIGHT;

    Walk(EncodedImage file) {
      this.file = file;
    }

    JpegFrame toEnd() throws ImageFormatException {
      int at = 2;
      while (true) {
        at = skipFill(at);
        int marker = file.u8(at + 1);
        if (marker == EOI) {
          return frame();
        }
        if (marker == SOI || marker == DNL || marker < 0xc0) {
          throw unexpected(at, marker);
        }
        int length = file.u16BigEndian(at + 2);
        file.require("JPEG segment", at + 2L, Math.max(2, length));
        visit(marker, at + 4, Math.max(2, length) - 2);
        at += 2 + Math.max(2, length);
        if (marker == SOS) {
          int end = skipScan(at);
          scanBytes += end - at;
          at = end;
        }
      }
    }

    /** Finds the marker, which any number of bytes 0xff may precede. */
    private int skipFill(int start) throws ImageFormatException {
      int at = start;
      if (file.u8(at) != 0xff) {
        throw unexpected(at, file.u8(at));
      }
      while (file.u8(at + 1) == 0xff) {
        at++;
      }
      return at;
    }

    private int skipScan(int start) throws ImageFormatException {
      byte[] bytes = file.array();
      for (int at = start; at < bytes.length - 1; at++) {
        if (bytes[at] == (byte) 0xff && endsScan(bytes[at + 1] & 0xff)) {
          return at;
        }
      }
      throw file.fault("JPEG", "an end marker", "the end of the file (truncated?)");
    }

    /** Stuffed zeros, fill bytes and restart markers belong to the scan. */
    private static boolean endsScan(int code) {
      return code != 0 && code != 0xff && (code < 0xd0 || code > 0xd7);
    }

    private void visit(int marker, int at, int length) throws ImageFormatException {
      switch (marker) {
        case APP0 -> jfif |= file.hasLatin1(at, "JFIF");
        case APP1 -> visitExif(at, length);
        case APP14 -> {
          if (length >= 12 && file.hasLatin1(at, "Adobe")) {
            adobeTransform = file.u8(at + 11);
          }
        }
        case SOS -> visitScan(at, length);
        default -> {
          // SOF0 to SOF15; the three codes in between are tables (DHT, JPG, DAC).
          boolean tables = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
          if (marker >= 0xc0 && marker <= 0xcf && !tables) {
            visitFrame(marker, at, length);
          }
        }
      }
    }

    private void visitExif(int at, int length) {
      if (length > 6 && file.hasLatin1(at, "Exif\0\0") && orientation == Orientation.UPRIGHT) {
        orientation = ExifOrientation.read(file.array(), at + 6, length - 6);
      }
    }

    private void visitFrame(int marker, int at, int length) throws ImageFormatException {
      if (frameAt != 0) {
        throw file.fault("JPEG frame", "one", "another at byte " + at);
      }
      if (marker > 0xc2) {
        throw file.fault(
            "JPEG coding", "baseline or progressive with Huffman codes", "SOF" + (marker - 0xc0));
      }
      file.require("JPEG frame", at, 6);
      int precision = file.u8(at);
      if (precision != 8) {
        throw file.fault("JPEG precision", "8 bits", precision);
      }
      file.requireSize("JPEG", file.u16BigEndian(at + 3), file.u16BigEndian(at + 1));
      int components = file.u8(at + 5);
      if (components != 1 && components != 3 && components != 4) {
        throw file.fault("JPEG components", "1, 3 or 4", components);
      }
      if (length != 6 + 3 * components) {
        throw file.fault("JPEG frame segment", 6 + 3 * components + " bytes", length);
      }
      baseline = marker < 0xc2;
      frameAt = at;
    }

    private void visitScan(int at, int length) throws ImageFormatException {
      if (frameAt == 0) {
        throw file.fault("JPEG", "a frame before the first scan", "none");
      }
      scans++;
      int components = file.u8(at);
      for (int i = 0; i < components && 2 + 2 * i < length; i++) {
        scanned.set(file.u8(at + 1 + 2 * i));
      }
      long pixels = (long) file.u16BigEndian(frameAt + 3) * file.u16BigEndian(frameAt + 1);
      long most = (long) MOST_PASSES_OVER_LARGEST_PICTURE * file.limits().maxPixels();
      if (scans * pixels > most) {
        throw file.fault("JPEG scans", "at most " + most / pixels + " at this size", scans);
      }
    }

    private JpegFrame frame() throws ImageFormatException {
      if (scans == 0) {
        throw file.fault("JPEG", "at least one scan", "none");
      }
      requireEveryComponent();
      requireEnoughData();
      int components = file.u8(frameAt + 5);
      return new JpegFrame(
          file.u16BigEndian(frameAt + 3),
          file.u16BigEndian(frameAt + 1),
          components,
          color(components),
          orientation);
    }

    private void requireEveryComponent() throws ImageFormatException {
      for (int i = 0; i < file.u8(frameAt + 5); i++) {
        int identifier = file.u8(frameAt + 6 + 3 * i);
        if (!scanned.get(identifier)) {
          throw file.fault("JPEG", "a scan of component " + identifier, "none (truncated?)");
        }
      }
    }

    /** In a baseline file each block of 8x8 takes at least two codes, so two bits. */
    private void requireEnoughData() throws ImageFormatException {
      long pixels = (long) file.u16BigEndian(frameAt + 3) * file.u16BigEndian(frameAt + 1);
      long least = pixels / 64 * 2 / 8;
      if (baseline && scanBytes < least) {
        throw file.fault("JPEG scan", "at least " + least + " bytes", scanBytes);
      }
    }

    private JpegColor color(int components) throws ImageFormatException {
      boolean namedRgb =
          components == 3
              && file.u8(frameAt + 6) == 'R'
              && file.u8(frameAt + 9) == 'G'
              && file.u8(frameAt + 12) == 'B';
      return JpegColor.of(components, jfif, adobeTransform, namedRgb);
    }

    private ImageFormatException unexpected(int at, int code) {
      return file.fault(
          "JPEG marker at byte " + at, "a segment, a scan or the end", String.format("%02x", code));
    }
  }
}
