package io.github.digitkit.mnist;

import java.io.IOException;

/** Reads the images and labels of a data set and checks that they belong together. */
final class MnistLoader {
  /** QMNIST's columns: class, series, writer, sheet and four more. */
  private static final int QMNIST_COLUMNS = 8;

  private static final int TYPE_AT = 2;

  private final IdxReader reader;

  MnistLoader(IdxReader reader) {
    this.reader = reader;
  }

  MnistDataset load(MnistFolder.Pair pair) throws IOException {
    // Labels first: they are small, and as often wrong.
    IdxArray labels = reader.read(pair.labels());
    IdxArray images = reader.read(pair.images());
    return join(pair.scheme(), images, pair.images().toString(), labels, pair.labels().toString());
  }

  static MnistDataset join(
      NamingScheme scheme,
      IdxArray images,
      String imagesSource,
      IdxArray labels,
      String labelsSource)
      throws IdxFormatException {
    checkImages(images, imagesSource);
    byte[] classes = classes(labels, labelsSource);
    if (images.dim(0) != classes.length) {
      throw new IdxFormatException(
          labelsSource,
          IdxHeader.MAGIC_BYTES,
          "has "
              + classes.length
              + " labels, but "
              + imagesSource
              + " has "
              + images.dim(0)
              + " images");
    }
    Provenance provenance =
        new Provenance(
            scheme.title(), imagesSource, images.sha256(), labelsSource, labels.sha256());
    int rows = images.dim(1);
    int cols = images.dim(2);
    return scheme.transposed()
        ? MnistDataset.wrap(cols, rows, turned(images), classes, provenance)
        : MnistDataset.wrap(rows, cols, images.bytes(), classes, provenance);
  }

  private static void checkImages(IdxArray images, String source) throws IdxFormatException {
    if (images.type() != IdxType.UBYTE || images.rank() != 3) {
      throw new IdxFormatException(
          source, TYPE_AT, "expected images as ubyte[count, rows, cols], got " + images);
    }
    if (images.size() == 0) {
      throw new IdxFormatException(
          source, IdxHeader.MAGIC_BYTES, "holds no picture of at least 1x1 pixels: " + images);
    }
  }

  private static byte[] classes(IdxArray labels, String source) throws IdxFormatException {
    boolean plain = labels.type() == IdxType.UBYTE && labels.rank() == 1;
    boolean qmnist =
        labels.type() == IdxType.INT && labels.rank() == 2 && labels.dim(1) == QMNIST_COLUMNS;
    if (!plain && !qmnist) {
      throw new IdxFormatException(
          source,
          TYPE_AT,
          "expected labels as ubyte[count] or, as in QMNIST, int[count, 8], got " + labels);
    }
    int step = plain ? 1 : QMNIST_COLUMNS;
    byte[] classes = new byte[labels.dim(0)];
    for (int i = 0; i < classes.length; i++) {
      int label = labels.intAt(i * step);
      if (label < 0 || label >= MnistDataset.CLASSES) {
        throw new IdxFormatException(
            source,
            labels.offsetOf(i * step),
            "label " + i + " is " + label + ", expected 0 to " + (MnistDataset.CLASSES - 1));
      }
      classes[i] = (byte) label;
    }
    return classes;
  }

  /** Exchanges rows and columns of every picture. */
  private static byte[] turned(IdxArray images) {
    int rows = images.dim(1);
    int cols = images.dim(2);
    byte[] stored = images.bytes();
    byte[] upright = new byte[stored.length];
    for (int start = 0; start < stored.length; start += rows * cols) {
      for (int row = 0; row < rows; row++) {
        for (int col = 0; col < cols; col++) {
          upright[start + col * rows + row] = stored[start + row * cols + col];
        }
      }
    }
    return upright;
  }
}
