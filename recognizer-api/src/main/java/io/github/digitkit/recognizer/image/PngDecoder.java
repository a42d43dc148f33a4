package io.github.digitkit.recognizer.image;

/**
 * Decodes PNG (ISO/IEC 15948): every colour type, bit depth, interlacing and transparency.
 *
 * <p>Row by row into a {@link GrayAccumulator}, so the memory is two rows and the working picture.
 * Written here rather than taken from the JDK because that decoder accepts wrong checksums and a
 * missing end, sizes its buffers by what the file claims, and takes a tenth of a second to load.
 * Gamma and colour profiles are ignored: digits are read by contrast.
 */
final class PngDecoder {
  /** The most that deflate can expand: 258 bytes from two bits. */
  private static final long MAX_EXPANSION = 1032;

  private final EncodedImage file;
  private final PngHeader header;
  private final PngStream stream;
  private final PngPixels pixels;
  private final GrayAccumulator picture;

  private PngDecoder(EncodedImage file, PngChunks chunks, PngStream stream)
      throws ImageFormatException {
    this.file = file;
    this.header = chunks.header();
    this.stream = stream;
    this.pixels = PngPixels.of(file, chunks);
    this.picture =
        pixels.hasAlpha()
            ? GrayAccumulator.transparent(header.width(), header.height(), file.limits())
            : GrayAccumulator.opaque(header.width(), header.height(), file.limits());
  }

  static DecodedImage decode(EncodedImage file) throws ImageFormatException {
    PngChunks chunks = PngChunks.read(file);
    requireEnoughData(file, chunks);
    try (PngStream stream = new PngStream(file, chunks)) {
      DecodedImage stored = new PngDecoder(file, chunks, stream).decode();
      return chunks.orientation().upright(stored);
    }
  }

  /** Refuses a picture with far too little data for its size before any of it is unpacked. */
  private static void requireEnoughData(EncodedImage file, PngChunks chunks)
      throws ImageFormatException {
    long packed = 0;
    for (PngChunks.Span piece : chunks.data()) {
      packed += piece.length();
    }
    long unpacked = chunks.header().streamBytes();
    if (packed * MAX_EXPANSION < unpacked) {
      throw file.fault(
          "PNG pixel data", unpacked + " bytes once unpacked", packed + " packed, too few");
    }
  }

  private DecodedImage decode() throws ImageFormatException {
    for (PngPass pass : PngPass.of(header)) {
      if (pass.width() > 0) {
        decode(pass);
      }
    }
    stream.requireEnd();
    return picture.finish("PNG");
  }

  private void decode(PngPass pass) throws ImageFormatException {
    int distance = header.filterDistance();
    int rowBytes = header.rowBytes(pass.width());
    byte[] line = new byte[1 + rowBytes];
    // Rows begin with zeros, the pixel that filters see to the left of the first one.
    byte[] current = new byte[distance + rowBytes];
    byte[] above = new byte[distance + rowBytes];
    PixelRow row = new PixelRow(pass.width());
    for (int j = 0; j < pass.height(); j++) {
      stream.readFully(line, line.length);
      System.arraycopy(line, 1, current, distance, rowBytes);
      int y = pass.startY() + j * pass.stepY();
      if (!PngFilter.undo(line[0], current, above, distance)) {
        throw file.fault("PNG filter type of row " + y, "0 to 4", line[0] & 0xff);
      }
      pixels.unpack(current, distance, row);
      picture.add(y, pass.startX(), pass.stepX(), pass.width(), row);
      byte[] spare = above;
      above = current;
      current = spare;
    }
  }
}
