package io.github.digitkit.train.data;

/** Checks that labels name classes. */
final class Labels {
  private Labels() {}

  static byte[] checked(int[] labels, int classes) {
    if (classes < 1 || classes > 256) {
      throw new IllegalArgumentException("classes must be 1..256, got " + classes);
    }
    byte[] bytes = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new IllegalArgumentException(
            "label of picture " + i + " must be 0.." + (classes - 1) + ", got " + labels[i]);
      }
      bytes[i] = (byte) labels[i];
    }
    return bytes;
  }

  static void checkPixels(int pixels, int pictures, int height, int width) {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "a picture must be at least 1x1, got " + height + "x" + width);
    }
    if (pixels != (long) pictures * height * width) {
      throw new IllegalArgumentException(
          "%d pictures of %dx%d need %d pixels, got %d"
              .formatted(pictures, height, width, (long) pictures * height * width, pixels));
    }
  }
}
