package io.github.digitkit.mnist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/**
 * Grey pictures of one size and the class of each, 0 to 9. Ink is bright, paper is 0. Immutable and
 * safe to share between threads.
 */
public final class MnistDataset {
  /** The number of classes. */
  public static final int CLASSES = 10;

  private static final float[] SCALED = scaled();

  private final int rows;
  private final int cols;
  private final byte[] pixels;
  private final byte[] labels;
  private final int from;
  private final int count;
  private final Provenance provenance;

  private MnistDataset(
      int rows,
      int cols,
      byte[] pixels,
      byte[] labels,
      int from,
      int count,
      Provenance provenance) {
    this.rows = rows;
    this.cols = cols;
    this.pixels = pixels;
    this.labels = labels;
    this.from = from;
    this.count = count;
    this.provenance = provenance;
  }

  /** Takes over the arrays, which have been checked. */
  static MnistDataset wrap(
      int rows, int cols, byte[] pixels, byte[] labels, Provenance provenance) {
    return new MnistDataset(rows, cols, pixels, labels, 0, labels.length, provenance);
  }

  /**
   * Reads one split of the data set in a folder: MNIST, Fashion-MNIST, KMNIST, QMNIST or
   * EMNIST-digits under their usual file names, with {@code -} or {@code .} before {@code idx},
   * plain or compressed. EMNIST's pictures are turned upright.
   *
   * @throws MissingDataException if the folder or a file is not there
   * @throws IdxFormatException if a file is damaged or the two do not belong together
   * @throws IOException if a file cannot be read, or the folder holds several data sets
   */
  public static MnistDataset load(Path folder, Split split) throws IOException {
    MnistFolder.Pair pair = MnistFolder.find(folder, split);
    return new MnistLoader(new IdxReader()).load(pair);
  }

  /**
   * Reads a pair of files of any name, stored as MNIST is.
   *
   * @throws IdxFormatException if a file is damaged or the two do not belong together
   * @throws IOException if a file cannot be read
   */
  public static MnistDataset load(Path images, Path labels) throws IOException {
    return new MnistLoader(new IdxReader())
        .load(new MnistFolder.Pair(NamingScheme.MNIST, images, labels));
  }

  /**
   * Makes a data set of pictures in memory.
   *
   * @param images unsigned bytes, shape {@code (count, rows, cols)}
   * @param labels unsigned bytes 0 to 9, shape {@code (count)}
   * @param source what provenance calls it
   * @throws IdxFormatException if the two do not belong together
   */
  public static MnistDataset of(IdxArray images, IdxArray labels, String source)
      throws IdxFormatException {
    return MnistLoader.join(NamingScheme.MNIST, images, source, labels, source);
  }

  /** Returns the number of pictures. */
  public int count() {
    return count;
  }

  /** Returns the height of every picture in pixels. */
  public int rows() {
    return rows;
  }

  /** Returns the width of every picture in pixels. */
  public int cols() {
    return cols;
  }

  /**
   * Returns the class of a picture, 0 to 9.
   *
   * @param index which picture, from 0
   */
  public int label(int index) {
    return labels[from + Objects.checkIndex(index, count)];
  }

  /** Returns a copy of all classes, shape {@code (count)}. */
  public byte[] labels() {
    return Arrays.copyOfRange(labels, from, from + count);
  }

  /**
   * Writes a picture, scaled to 0..1, in row-major order.
   *
   * @param index which picture, from 0
   * @param target where to; {@code rows * cols} elements of it are overwritten
   * @param offset the first of them
   */
  public void image(int index, float[] target, int offset) {
    int size = rows * cols;
    Objects.checkFromIndexSize(offset, size, target.length);
    int start = start(index);
    for (int i = 0; i < size; i++) {
      target[offset + i] = SCALED[pixels[start + i] & 0xFF];
    }
  }

  /**
   * Returns a copy of a picture as unsigned bytes, shape {@code (rows, cols)}.
   *
   * @param index which picture, from 0
   */
  public byte[] image(int index) {
    int start = start(index);
    return Arrays.copyOfRange(pixels, start, start + rows * cols);
  }

  /**
   * Returns one pixel, 0 to 255.
   *
   * @param index which picture, from 0
   * @param row from 0 at the top
   * @param col from 0 at the left
   */
  public int pixel(int index, int row, int col) {
    Objects.checkIndex(row, rows);
    Objects.checkIndex(col, cols);
    return pixels[start(index) + row * cols + col] & 0xFF;
  }

  /**
   * Returns a view of some consecutive pictures; nothing is copied.
   *
   * @param start the first of them
   * @param end the first not of them
   */
  public MnistDataset slice(int start, int end) {
    Objects.checkFromToIndex(start, end, count);
    return new MnistDataset(rows, cols, pixels, labels, from + start, end - start, provenance);
  }

  /** Returns the pictures as an array of shape {@code (count, rows, cols)}, upright. */
  public IdxArray toImages() {
    int size = rows * cols;
    byte[] copy = Arrays.copyOfRange(pixels, from * size, (from + count) * size);
    return IdxArray.wrap(IdxType.UBYTE, new int[] {count, rows, cols}, copy);
  }

  /** Returns the classes as an array of shape {@code (count)}. */
  public IdxArray toLabels() {
    return IdxArray.wrap(IdxType.UBYTE, new int[] {count}, labels());
  }

  /** Returns where this data set, or the one it is a slice of, came from. */
  public Provenance provenance() {
    return provenance;
  }

  /**
   * Returns the SHA-256 of exactly these pictures and classes, in lower-case hexadecimal digits:
   * the hash over the bytes of {@link #toImages()} and {@link #toLabels()} as IDX files.
   */
  public String sha256() {
    Sha256 hash = new Sha256();
    try {
      toImages().writeTo(hash);
      toLabels().writeTo(hash);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return hash.hex();
  }

  @Override
  public String toString() {
    return provenance.collection() + "[" + count + ", " + rows + ", " + cols + "]";
  }

  private int start(int index) {
    return (from + Objects.checkIndex(index, count)) * rows * cols;
  }

  private static float[] scaled() {
    float[] scaled = new float[256];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = i / 255f;
    }
    return scaled;
  }
}
