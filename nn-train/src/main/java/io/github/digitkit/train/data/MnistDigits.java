package io.github.digitkit.train.data;

import io.github.digitkit.mnist.MnistDataset;

/**
 * A data set read by {@code mnist-io}, for training.
 *
 * @param source the pictures; shared, not copied
 */
public record MnistDigits(MnistDataset source) implements Dataset {

  @Override
  public int size() {
    return source.count();
  }

  @Override
  public int height() {
    return source.rows();
  }

  @Override
  public int width() {
    return source.cols();
  }

  @Override
  public int classes() {
    return MnistDataset.CLASSES;
  }

  @Override
  public void copyImage(int index, float[] target, int offset) {
    source.image(index, target, offset);
  }

  @Override
  public int label(int index) {
    return source.label(index);
  }
}
