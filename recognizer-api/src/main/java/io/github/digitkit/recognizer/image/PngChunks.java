package io.github.digitkit.recognizer.image;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A PNG's chunks after one walk through the file that has checked every length, checksum, the order
 * and that none is missing, before a single pixel is unpacked.
 */
final class PngChunks {
  /** Where a chunk's data is: {@code length} bytes from {@code at}. */
  record Span(int at, int length) {
    /** No such chunk. */
    static final Span NONE = new Span(0, 0);

    boolean isNone() {
      return at == 0;
    }
  }

  private static final int SIGNATURE_BYTES = 8;
  private static final int FRAME_BYTES = 12;
  private static final int PALETTE_ENTRY_BYTES = 3;
  private static final int PALETTE_ENTRIES = 256;

  private final EncodedImage file;
  private final List<Span> data = new ArrayList<>();
  private final PngHeader header;
  private Span palette = Span.NONE;
  private Span transparency = Span.NONE;
  private Orientation orientation = Orientation.UPRIGHT;
  private boolean ended;

  private PngChunks(EncodedImage file) throws ImageFormatException {
    this.file = file;
    header = readHeader();
    String previous = "IHDR";
    int at = SIGNATURE_BYTES + FRAME_BYTES + PngHeader.BYTES;
    while (!ended) {
      Span chunk = checked(at);
      String type = typeAt(at);
      accept(type, chunk, previous);
      previous = type;
      at = chunk.at() + chunk.length() + 4;
    }
    requireComplete();
  }

  static PngChunks read(EncodedImage file) throws ImageFormatException {
    return new PngChunks(file);
  }

  PngHeader header() {
    return header;
  }

  /** The pixels' zlib stream, in pieces. */
  List<Span> data() {
    return data;
  }

  Span palette() {
    return palette;
  }

  Span transparency() {
    return transparency;
  }

  Orientation orientation() {
    return orientation;
  }

  private PngHeader readHeader() throws ImageFormatException {
    Span chunk = checked(SIGNATURE_BYTES);
    String type = typeAt(SIGNATURE_BYTES);
    if (!type.equals("IHDR") || chunk.length() != PngHeader.BYTES) {
      throw file.fault(
          "first PNG chunk", "IHDR of 13 bytes", type + " of " + chunk.length() + " bytes");
    }
    return PngHeader.read(file, chunk.at());
  }

  /** Checks length, type and checksum of the chunk at {@code at}. */
  private Span checked(int at) throws ImageFormatException {
    file.require("PNG chunk", at, FRAME_BYTES);
    int length = file.i32BigEndian(at);
    String type = typeAt(at);
    if (!isLetters(type)) {
      throw file.fault("PNG chunk type at byte " + (at + 4), "four letters", '"' + type + '"');
    }
    if (length < 0) {
      throw file.fault(
          "PNG chunk " + type + " at byte " + at,
          "a length below 2^31",
          Integer.toUnsignedString(length));
    }
    file.require("PNG chunk " + type, at, (long) FRAME_BYTES + length);
    CRC32 crc = new CRC32();
    crc.update(file.array(), at + 4, 4 + length);
    int stated = file.i32BigEndian(at + 8L + length);
    if ((int) crc.getValue() != stated) {
      throw file.fault(
          "checksum of PNG chunk " + type + " at byte " + at,
          String.format("%08x", stated),
          String.format("%08x", crc.getValue()));
    }
    return new Span(at + 8, length);
  }

  private static boolean isLetters(String type) {
    for (int i = 0; i < type.length(); i++) {
      char letter = (char) (type.charAt(i) | 0x20);
      if (letter < 'a' || letter > 'z') {
        return false;
      }
    }
    return true;
  }

  private String typeAt(int at) {
    return new String(file.array(), at + 4, 4, StandardCharsets.ISO_8859_1);
  }

  private void accept(String type, Span chunk, String previous) throws ImageFormatException {
    switch (type) {
      case "PLTE" -> acceptPalette(chunk);
      case "tRNS" -> transparency = chunk;
      case "eXIf" -> orientation = ExifOrientation.read(file.array(), chunk.at(), chunk.length());
      case "IDAT" -> acceptData(chunk, previous);
      case "IEND" -> ended = true;
      default -> acceptOther(type);
    }
  }

  private void acceptPalette(Span chunk) throws ImageFormatException {
    if (!palette.isNone() || !data.isEmpty()) {
      throw file.fault("PNG chunk PLTE", "one, before IDAT", "another at byte " + chunk.at());
    }
    int entries = chunk.length() / PALETTE_ENTRY_BYTES;
    if (chunk.length() % PALETTE_ENTRY_BYTES != 0 || entries < 1 || entries > PALETTE_ENTRIES) {
      throw file.fault("PNG chunk PLTE", "1 to 256 entries of 3 bytes", chunk.length() + " bytes");
    }
    palette = chunk;
  }

  private void acceptData(Span chunk, String previous) throws ImageFormatException {
    if (!data.isEmpty() && !previous.equals("IDAT")) {
      throw file.fault("PNG chunk IDAT", "all in a row", previous + " in between");
    }
    data.add(chunk);
  }

  private void acceptOther(String type) throws ImageFormatException {
    if (Character.isUpperCase(type.charAt(0))) {
      throw file.fault("PNG chunk", "PLTE, IDAT, IEND or an optional one", type);
    }
  }

  private void requireComplete() throws ImageFormatException {
    if (data.isEmpty()) {
      throw file.fault("PNG chunk IDAT", "at least one", "none");
    }
    if (header.color() == PngColor.PALETTE && palette.isNone()) {
      throw file.fault("PNG chunk PLTE", "one, as pixels are palette indices", "none");
    }
  }
}
