package io.github.digitkit.web.config;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An amount of bytes, written as {@code 512K}, {@code 10M} or a plain number.
 *
 * @param bytes 1 to 2^30
 */
public record ByteSize(int bytes) {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,10})([KMG]?)B?");
  private static final long MOST = 1L << 30;

  /** Reads sizes for picocli. */
  public static final class Converter implements ITypeConverter<ByteSize> {
    @Override
    public ByteSize convert(String text) {
      Matcher form = FORM.matcher(text.toUpperCase(Locale.ROOT));
      if (form.matches()) {
        long bytes = Long.parseLong(form.group(1)) << shift(form.group(2));
        if (bytes >= 1 && bytes <= MOST) {
          return new ByteSize((int) bytes);
        }
      }
      throw new TypeConversionException("'" + text + "' is no size from 1 to 1G, such as 10M");
    }

    private static int shift(String unit) {
      return switch (unit) {
        case "K" -> 10;
        case "M" -> 20;
        case "G" -> 30;
        default -> 0;
      };
    }
  }

  @Override
  public String toString() {
    if (bytes % (1 << 20) == 0) {
      return (bytes >> 20) + "M";
    }
    return bytes % (1 << 10) == 0 ? (bytes >> 10) + "K" : Integer.toString(bytes);
  }
}
