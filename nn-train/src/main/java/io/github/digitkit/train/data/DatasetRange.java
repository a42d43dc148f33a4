package io.github.digitkit.train.data;

import java.util.Objects;

/** The pictures {@code from}..{@code to - 1} of another data set. */
record DatasetRange(Dataset whole, int from, int to) implements Dataset {

  DatasetRange {
    Objects.checkFromToIndex(from, to, whole.size());
  }

  @Override
  public int size() {
    return to - from;
  }

  @Override
  public int height() {
    return whole.height();
  }

  @Override
  public int width() {
    return whole.width();
  }

  @Override
  public int classes() {
    return whole.classes();
  }

  @Override
  public void copyImage(int index, float[] target, int offset) {
    whole.copyImage(from + Objects.checkIndex(index, size()), target, offset);
  }

  @Override
  public int label(int index) {
    return whole.label(from + Objects.checkIndex(index, size()));
  }
}
