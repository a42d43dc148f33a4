package io.github.digitkit.recognizer.image;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Puts a name to files that are no picture of a supported format, for a message that helps. */
final class ForeignFormat {
  private static final int LOOKED_AT = 1024;
  private static final int SHOWN_BYTES = 8;
  private static final Map<String, String> SIGNATURES = signatures();
  private static final Map<String, String> BRANDS = brands();

  private ForeignFormat() {}

  private static Map<String, String> signatures() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("%PDF", "PDF");
    names.put("%!PS", "PostScript");
    names.put("8BPS", "Photoshop");
    names.put("\0\0\1\0", "an icon (ICO)");
    names.put("\0\0\0\u000cjP  ", "JPEG 2000");
    names.put("\u00ffO\u00ffQ", "JPEG 2000");
    names.put("\0\0\0\u000cJXL ", "JPEG XL");
    names.put("\u00ff\n", "JPEG XL");
    names.put("II+\0", "BigTIFF");
    names.put("MM\0+", "BigTIFF");
    names.put("P7\n", "PAM");
    names.put("SIMPLE  =", "FITS");
    names.put("PK\u0003\u0004", "a ZIP archive");
    names.put("\u001f\u008b", "gzip");
    return names;
  }

  /** The brands of the ISO container that pictures come in. */
  private static Map<String, String> brands() {
    return Map.of(
        "heic", "HEIC", "heix", "HEIC", "hevc", "HEIC", "heim", "HEIC", "mif1", "HEIC", "msf1",
        "HEIC", "avif", "AVIF", "avis", "AVIF");
  }

  /** Names the file's kind, or shows its first bytes. */
  static String describe(EncodedImage file) {
    if (file.length() == 0) {
      return "an empty file";
    }
    if (file.hasLatin1(0, "RIFF")) {
      return file.hasLatin1(8, "WEBP") ? "WebP" : "a RIFF file";
    }
    if (file.hasLatin1(4, "ftyp")) {
      return BRANDS.getOrDefault(ascii(file, 8, 4), "a video (MP4 or QuickTime)");
    }
    for (Map.Entry<String, String> signature : SIGNATURES.entrySet()) {
      if (file.hasLatin1(0, signature.getKey())) {
        return signature.getValue();
      }
    }
    return describeText(file);
  }

  private static String describeText(EncodedImage file) {
    String start = ascii(file, 0, LOOKED_AT);
    // UTF-16 is every other byte; leaving zeros out is enough to recognise words.
    String text = start.replace("\0", "").toLowerCase(Locale.ROOT);
    if (text.contains("<svg")) {
      return "SVG";
    }
    if (text.contains("<html") || text.contains("<!doctype html")) {
      return "HTML";
    }
    if (text.contains("<?xml")) {
      return "XML";
    }
    return isText(start) ? "text" : "unknown bytes " + firstBytes(file);
  }

  private static boolean isText(String start) {
    return start.chars().allMatch(c -> (c >= ' ' && c != 0x7f) || (c >= '\t' && c <= '\r'));
  }

  private static String ascii(EncodedImage file, int at, int most) {
    int count = Math.max(0, Math.min(most, file.length() - at));
    return new String(file.array(), at, count, StandardCharsets.ISO_8859_1);
  }

  private static String firstBytes(EncodedImage file) {
    int shown = Math.min(SHOWN_BYTES, file.length());
    return HexFormat.ofDelimiter(" ").formatHex(file.array(), 0, shown);
  }
}
