package io.github.digitkit.recognizer.image;

/** How the stored components of a JPEG become colours, by the markers of JFIF and Adobe. */
enum JpegColor {
  GRAY {
    @Override
    void unpack(byte[] pixels, PixelRow row) {
      System.arraycopy(pixels, 0, row.gray, 0, row.width());
    }
  },
  RGB {
    @Override
    void unpack(byte[] pixels, PixelRow row) {
      for (int x = 0; x < row.width(); x++) {
        row.setRgb(x, pixels[3 * x] & 0xff, pixels[3 * x + 1] & 0xff, pixels[3 * x + 2] & 0xff);
      }
    }
  },
  YCBCR {
    @Override
    void unpack(byte[] pixels, PixelRow row) {
      for (int x = 0; x < row.width(); x++) {
        int luma = pixels[3 * x] & 0xff;
        int cb = (pixels[3 * x + 1] & 0xff) - 128;
        int cr = (pixels[3 * x + 2] & 0xff) - 128;
        row.setRgb(x, red(luma, cr), green(luma, cb, cr), blue(luma, cb));
      }
    }
  },
  /** Cyan, magenta, yellow, black; 255 = full ink. */
  CMYK {
    @Override
    void unpack(byte[] pixels, PixelRow row) {
      for (int x = 0; x < row.width(); x++) {
        int at = 4 * x;
        int light = 255 - (pixels[at + 3] & 0xff);
        setInked(
            row,
            x,
            light,
            255 - (pixels[at] & 0xff),
            255 - (pixels[at + 1] & 0xff),
            255 - (pixels[at + 2] & 0xff));
      }
    }
  },
  /** As Adobe's programs store CMYK: 255 = no ink. */
  INVERTED_CMYK {
    @Override
    void unpack(byte[] pixels, PixelRow row) {
      for (int x = 0; x < row.width(); x++) {
        int at = 4 * x;
        setInked(
            row,
            x,
            pixels[at + 3] & 0xff,
            pixels[at] & 0xff,
            pixels[at + 1] & 0xff,
            pixels[at + 2] & 0xff);
      }
    }
  },
  /** Inverted CMYK with the three colours turned into luma and chroma. */
  YCCK {
    @Override
    void unpack(byte[] pixels, PixelRow row) {
      for (int x = 0; x < row.width(); x++) {
        int luma = pixels[4 * x] & 0xff;
        int cb = (pixels[4 * x + 1] & 0xff) - 128;
        int cr = (pixels[4 * x + 2] & 0xff) - 128;
        int light = pixels[4 * x + 3] & 0xff;
        setInked(row, x, light, red(luma, cr), green(luma, cb, cr), blue(luma, cb));
      }
    }
  };

  /** Stands for a file without Adobe's marker. */
  static final int NO_ADOBE = -1;

  private static final int ADOBE_YCCK = 2;

  /** Unpacks {@code row.width()} interleaved pixels. {@code row}: Overwritten. */
  abstract void unpack(byte[] pixels, PixelRow row);

  /**
   * Decides as libjpeg does.
   *
   * @param jfif whether the file has a JFIF marker
   * @param adobeTransform the transform of Adobe's marker, or {@link #NO_ADOBE}
   * @param namedRgb whether the components are called R, G and B
   */
  static JpegColor of(int components, boolean jfif, int adobeTransform, boolean namedRgb) {
    return switch (components) {
      case 1 -> GRAY;
      case 3 -> {
        boolean plain = adobeTransform == NO_ADOBE ? namedRgb : adobeTransform == 0;
        yield plain && !jfif ? RGB : YCBCR;
      }
      default ->
          adobeTransform == NO_ADOBE ? CMYK : adobeTransform == ADOBE_YCCK ? YCCK : INVERTED_CMYK;
    };
  }

  private static void setInked(PixelRow row, int x, int light, int red, int green, int blue) {
    row.setRgb(x, multiply(red, light), multiply(green, light), multiply(blue, light));
  }

  private static int multiply(int a, int b) {
    return (a * b + 127) / 255;
  }

  // Rec. 601 with the full range, in 16-bit fixed point.

  private static int red(int luma, int cr) {
    return clamp(luma + ((91_881 * cr + 32_768) >> 16));
  }

  private static int green(int luma, int cb, int cr) {
    return clamp(luma - ((22_554 * cb + 46_802 * cr + 32_768) >> 16));
  }

  private static int blue(int luma, int cb) {
    return clamp(luma + ((116_130 * cb + 32_768) >> 16));
  }

  private static int clamp(int value) {
    return Math.max(0, Math.min(255, value));
  }
}
