package io.github.digitkit.recognizer.image;

import org.jspecify.annotations.Nullable;

/**
 * The first directory of a TIFF as far as it decides about memory and completeness: the size, and
 * that every strip or tile lies inside the file. The JDK's reader allocates before it checks.
 */
record TiffLayout(int width, int height, int bytesPerPixel) {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS_PER_SAMPLE = 258;
  private static final int COMPRESSION = 259;
  private static final int STRIP_OFFSETS = 273;
  private static final int SAMPLES_PER_PIXEL = 277;
  private static final int STRIP_BYTES = 279;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTES = 325;

  private static final int ENTRY_BYTES = 12;
  private static final int TYPE_SHORT = 3;
  private static final int TYPE_LONG = 4;
  private static final int NOT_COMPRESSED = 1;
  private static final int MOST_SAMPLES = 8;

  /** For other depths the JDK's reader makes tables of as many entries as there are values. */
  private static final int MOST_SCALED_BITS = 16;

  static TiffLayout read(EncodedImage file) throws ImageFormatException {
    return new Directory(file).layout();
  }

  /** Values are read where they stand; a field is {@code count} numbers of one type. */
  private record Field(int type, long count, long at) {}

  /** Reader of the directory in the file's byte order. */
  private static final class Directory {
    private final EncodedImage file;
    private final boolean littleEndian;
    private final int at;

    Directory(EncodedImage file) throws ImageFormatException {
      this.file = file;
      littleEndian = file.u8(0) == 'I';
      long offset = u32(4);
      file.require("TIFF directory", offset, 2);
      at = (int) offset;
      file.require("TIFF directory", at + 2L, (long) u16(at) * ENTRY_BYTES);
    }

    TiffLayout layout() throws ImageFormatException {
      long width = first(WIDTH, 0);
      long height = first(HEIGHT, 0);
      file.requireSize("TIFF", width, height);
      file.requireSize("TIFF tile", first(TILE_WIDTH, 1), first(TILE_HEIGHT, 1));
      long samples = atMost("TIFF samples per pixel", MOST_SAMPLES, first(SAMPLES_PER_PIXEL, 1));
      long bits = bitsPerSample();
      boolean tiled = find(TILE_OFFSETS) != null;
      long stored =
          storedBytes(tiled ? TILE_OFFSETS : STRIP_OFFSETS, tiled ? TILE_BYTES : STRIP_BYTES);
      long unpacked = width * height * samples * bits / 8;
      if (first(COMPRESSION, NOT_COMPRESSED) == NOT_COMPRESSED && stored < unpacked) {
        throw file.fault("TIFF pixel data", "at least " + unpacked + " bytes", stored);
      }
      return new TiffLayout((int) width, (int) height, (int) Math.max(1, (samples * bits + 7) / 8));
    }

    /** Of the first sample, each checked to be of a depth that costs little to read. */
    private long bitsPerSample() throws ImageFormatException {
      Field field = find(BITS_PER_SAMPLE);
      if (field == null) {
        return 1;
      }
      long samples = atMost("TIFF depths", MOST_SAMPLES, field.count());
      for (long i = 0; i < samples; i++) {
        long bits = number(field, i);
        boolean scaled = bits >= 1 && bits <= MOST_SCALED_BITS;
        if (!scaled && bits != Integer.SIZE && bits != Long.SIZE) {
          throw file.fault("TIFF bits per sample", "1 to 16, 32 or 64", bits);
        }
      }
      return number(field, 0);
    }

    private long atMost(String what, int most, long got) throws ImageFormatException {
      if (got < 1 || got > most) {
        throw file.fault(what, "1 to " + most, got);
      }
      return got;
    }

    /** Bytes of all strips or tiles, each checked to lie inside the file. */
    private long storedBytes(int offsetsTag, int bytesTag) throws ImageFormatException {
      Field offsets = find(offsetsTag);
      Field bytes = find(bytesTag);
      if (offsets == null || bytes == null || offsets.count() != bytes.count()) {
        throw file.fault("TIFF", "places and sizes of all strips or tiles", "some missing");
      }
      long stored = 0;
      for (long i = 0; i < offsets.count(); i++) {
        file.require("TIFF strip or tile", number(offsets, i), number(bytes, i));
        stored += number(bytes, i);
      }
      return stored;
    }

    private long first(int tag, long otherwise) throws ImageFormatException {
      Field field = find(tag);
      return field == null || field.count() < 1 ? otherwise : number(field, 0);
    }

    private @Nullable Field find(int tag) throws ImageFormatException {
      int entries = u16(at);
      for (int i = 0; i < entries; i++) {
        int entry = at + 2 + i * ENTRY_BYTES;
        if (u16(entry) == tag) {
          return field(entry);
        }
      }
      return null;
    }

    private Field field(int entry) throws ImageFormatException {
      int type = u16(entry + 2);
      long count = u32(entry + 4);
      long bytes = count * bytesOf(type);
      return new Field(type, count, bytes <= 4 ? entry + 8 : u32(entry + 8));
    }

    private static int bytesOf(int type) {
      return type == TYPE_LONG ? 4 : type == TYPE_SHORT ? 2 : 1;
    }

    private long number(Field field, long index) throws ImageFormatException {
      long place = field.at() + index * bytesOf(field.type());
      return switch (field.type()) {
        case TYPE_LONG -> u32(place);
        case TYPE_SHORT -> u16(place);
        default -> file.u8(place);
      };
    }

    private int u16(long place) throws ImageFormatException {
      return littleEndian ? file.u16LittleEndian(place) : file.u16BigEndian(place);
    }

    private long u32(long place) throws ImageFormatException {
      return Integer.toUnsignedLong(
          littleEndian ? file.i32LittleEndian(place) : file.i32BigEndian(place));
    }
  }
}
