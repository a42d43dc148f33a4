package io.github.digitkit.train.data;

import java.util.List;
import java.util.Objects;

/** Several data sets one after another, with the most classes that one of them has. */
final class JoinedDatasets implements Dataset {
  private final Dataset[] parts;

  /**
   * {@code starts[p]} is the index of the first picture of part {@code p}; the last is the size.
   */
  private final int[] starts;

  private final int classes;

  JoinedDatasets(List<Dataset> parts) {
    this.parts = parts.toArray(new Dataset[0]);
    starts = new int[parts.size() + 1];
    int most = 0;
    for (int p = 0; p < this.parts.length; p++) {
      starts[p + 1] = Math.addExact(starts[p], this.parts[p].size());
      most = Math.max(most, this.parts[p].classes());
    }
    classes = most;
  }

  @Override
  public int size() {
    return starts[parts.length];
  }

  @Override
  public int height() {
    return parts[0].height();
  }

  @Override
  public int width() {
    return parts[0].width();
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public void copyImage(int index, float[] target, int offset) {
    int part = partOf(index);
    parts[part].copyImage(index - starts[part], target, offset);
  }

  @Override
  public int label(int index) {
    int part = partOf(index);
    return parts[part].label(index - starts[part]);
  }

  private int partOf(int index) {
    Objects.checkIndex(index, size());
    int part = 0;
    while (index >= starts[part + 1]) {
      part++;
    }
    return part;
  }
}
