package io.github.digitkit.train.data;

import java.util.Objects;

/** Pictures held as floats: exact, four times the memory of a {@link ByteDataset}. */
public final class ArrayDataset implements Dataset {
  private final float[] pixels;
  private final byte[] labels;
  private final int height;
  private final int width;
  private final int classes;

  /**
   * Copies the pictures.
   *
   * @param pixels {@code (pictures, height, width)}, values 0..1. Not modified.
   * @param labels one class a picture. Not modified.
   * @throws IllegalArgumentException if sizes do not agree, or a value or a label is out of range
   */
  public ArrayDataset(float[] pixels, int[] labels, int height, int width, int classes) {
    Labels.checkPixels(pixels.length, labels.length, height, width);
    for (int i = 0; i < pixels.length; i++) {
      if (!(pixels[i] >= 0 && pixels[i] <= 1)) {
        throw new IllegalArgumentException(
            "pixel %d of picture %d must be 0..1, got %s"
                .formatted(i % (height * width), i / (height * width), pixels[i]));
      }
    }
    this.pixels = pixels.clone();
    this.labels = Labels.checked(labels, classes);
    this.height = height;
    this.width = width;
    this.classes = classes;
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public void copyImage(int index, float[] target, int offset) {
    int area = height * width;
    System.arraycopy(pixels, Objects.checkIndex(index, labels.length) * area, target, offset, area);
  }

  @Override
  public int label(int index) {
    return labels[index] & 0xFF;
  }
}
