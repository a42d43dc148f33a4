package io.github.digitkit.recognizer.image;

import java.io.IOException;
import java.util.List;

/** The formats that are read, each known by the first bytes of a file and never by its name. */
enum ImageFormat {
  PNG("\u0089PNG\r\n\u001a\n"),
  JPEG("\u00ff\u00d8\u00ff"),
  GIF("GIF87a", "GIF89a"),
  BMP("BM"),
  TIFF("II*\0", "MM\0*"),
  PNM("P1", "P2", "P3", "P4", "P5", "P6");

  /** A file cut off within the signature still counts as of its format, if this much is left. */
  private static final int LEAST_SIGNATURE = 3;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable.
  private final List<String> signatures;

  ImageFormat(String... signatures) {
    this.signatures = List.of(signatures);
  }

  /** Makes a grey picture of a file of this format. */
  DecodedImage decode(EncodedImage file) throws IOException {
    // Not method references: linking the first of them is felt at a program's start.
    return switch (this) {
      case PNG -> PngDecoder.decode(file);
      case JPEG -> JpegDecoder.decode(file);
      case GIF -> GifDecoder.decode(file);
      case BMP -> BmpDecoder.decode(file);
      case TIFF -> TiffDecoder.decode(file);
      case PNM -> PnmDecoder.decode(file);
    };
  }

  /**
   * Finds the format.
   *
   * @throws ImageFormatException naming what the file is instead, if that can be told
   */
  static ImageFormat of(EncodedImage file) throws ImageFormatException {
    for (ImageFormat format : values()) {
      if (format.matches(file)) {
        return format;
      }
    }
    throw file.fault(
        "picture format", "PNG, JPEG, GIF, BMP, TIFF or PNM", ForeignFormat.describe(file));
  }

  private boolean matches(EncodedImage file) {
    for (String signature : signatures) {
      int known = Math.min(signature.length(), Math.max(LEAST_SIGNATURE, file.length()));
      if (file.hasLatin1(0, signature.substring(0, known)) && goesOn(file)) {
        return true;
      }
    }
    return false;
  }

  /** Tells short signatures from text that happens to begin with the same letters. */
  private boolean goesOn(EncodedImage file) {
    byte[] bytes = file.array();
    return switch (this) {
      case BMP -> bytes.length < 18 || (bytes[15] == 0 && bytes[16] == 0 && bytes[17] == 0);
      case PNM -> bytes.length < 3 || bytes[2] == '#' || (bytes[2] <= ' ' && bytes[2] > 0);
      default -> true;
    };
  }
}
