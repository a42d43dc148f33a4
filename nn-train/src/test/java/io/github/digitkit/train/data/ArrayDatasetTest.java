package io.github.digitkit.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ArrayDatasetTest {

  static Dataset constant(int size, float value, int classes) {
    float[] pixels = new float[size * 12];
    Arrays.fill(pixels, value);
    return new ArrayDataset(pixels, new int[size], 4, 3, classes);
  }

  @Test
  void givesBackWhatItWasGiven() {
    float[] pixels = {0, 0.25f, 0.5f, 1};
    Dataset data = new ArrayDataset(pixels, new int[] {1, 0}, 1, 2, 2);
    pixels[3] = 0;
    float[] target = new float[4];
    data.copyImage(1, target, 1);
    assertThat(target).containsExactly(0, 0.5f, 1, 0);
    assertThat(data.label(0)).isEqualTo(1);
    assertThat(data.size()).isEqualTo(2);
  }

  @Test
  void bytesAreReadAsZeroToOne() {
    Dataset data = ByteDataset.wrap(new byte[] {0, 51, -1}, new int[] {200}, 3, 1, 256);
    float[] target = new float[3];
    data.copyImage(0, target, 0);
    assertThat(target).containsExactly(0, 0.2f, 1);
    assertThat(data.label(0)).isEqualTo(200);
  }

  @Test
  void rangeIsAWindow() {
    Dataset window = TestPictures.numbered(20, 10).range(5, 9);
    float[] target = new float[12];
    window.copyImage(3, target, 0);
    assertThat(target).containsOnly(8 / 255f);
    assertThat(window.size()).isEqualTo(4);
    assertThat(window.label(0)).isEqualTo(5);
    assertThatThrownBy(() -> window.label(4)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> window.range(2, 5)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void inconsistentArraysAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ArrayDataset(new float[5], new int[2], 1, 3, 10))
        .withMessage("2 pictures of 1x3 need 6 pixels, got 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ArrayDataset(new float[] {0, 0, Float.NaN, 0}, new int[2], 1, 2, 9))
        .withMessage("pixel 0 of picture 1 must be 0..1, got NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ByteDataset.wrap(new byte[2], new int[] {3, 10}, 1, 1, 10))
        .withMessage("label of picture 1 must be 0..9, got 10");
  }
}
