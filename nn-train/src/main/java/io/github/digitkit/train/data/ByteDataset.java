package io.github.digitkit.train.data;

import java.util.Objects;

/** Pictures held as bytes 0..255, read as 0..1: 47 MB for the 60,000 pictures of MNIST. */
public final class ByteDataset implements Dataset {
  private final byte[] pixels;
  private final byte[] labels;
  private final int height;
  private final int width;
  private final int classes;

  private ByteDataset(byte[] pixels, byte[] labels, int height, int width, int classes) {
    this.pixels = pixels;
    this.labels = labels;
    this.height = height;
    this.width = width;
    this.classes = classes;
  }

  /**
   * Takes the pictures over without copying them.
   *
   * @param pixels {@code (pictures, height, width)}, 0..255 unsigned. Not modified, and not to be
   *     modified by the caller any more.
   * @param labels one class a picture. Not modified; copied.
   * @throws IllegalArgumentException if sizes do not agree or a label is out of range
   */
  public static ByteDataset wrap(byte[] pixels, int[] labels, int height, int width, int classes) {
    Labels.checkPixels(pixels.length, labels.length, height, width);
    return new ByteDataset(pixels, Labels.checked(labels, classes), height, width, classes);
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
    Objects.checkFromIndexSize(offset, area, target.length);
    int start = Objects.checkIndex(index, labels.length) * area;
    for (int i = 0; i < area; i++) {
      target[offset + i] = (pixels[start + i] & 0xFF) / 255f;
    }
  }

  @Override
  public int label(int index) {
    return labels[index] & 0xFF;
  }
}
