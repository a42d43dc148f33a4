package io.github.digitkit.train.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.digitkit.mnist.IdxArray;
import io.github.digitkit.mnist.MnistDataset;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MnistDigitsTest {

  @Test
  void readsThePicturesOfMnistIo() throws IOException {
    IdxArray images = IdxArray.ofUnsignedBytes(new byte[] {0, 51, -1, 102}, 2, 1, 2);
    IdxArray labels = IdxArray.ofUnsignedBytes(new byte[] {3, 9}, 2);
    Dataset digits = new MnistDigits(MnistDataset.of(images, labels, "test"));
    float[] target = new float[3];
    digits.copyImage(1, target, 1);
    assertThat(target).containsExactly(0, 1, 0.4f);
    assertThat(digits.size()).isEqualTo(2);
    assertThat(digits.height()).isEqualTo(1);
    assertThat(digits.width()).isEqualTo(2);
    assertThat(digits.classes()).isEqualTo(10);
    assertThat(digits.label(0)).isEqualTo(3);
  }
}
