package io.github.digitkit.recognizer.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class GrayImageTest {
  private static final GrayImage IMAGE =
      GrayImage.of(3, 2, new byte[] {0, 1, 2, (byte) 200, (byte) 254, (byte) 255});

  @Test
  void readsPixelsUnsignedByColumnAndRow() {
    assertThat(IMAGE.width()).isEqualTo(3);
    assertThat(IMAGE.height()).isEqualTo(2);
    assertThat(IMAGE.get(2, 0)).isEqualTo(2);
    assertThat(IMAGE.get(0, 1)).isEqualTo(200);
    assertThat(IMAGE.get(2, 1)).isEqualTo(255);
  }

  @Test
  void refusesPixelsOutside() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> IMAGE.get(3, 0));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> IMAGE.get(0, -1));
  }

  @Test
  void keepsNothingOfTheCallersArrays() {
    byte[] pixels = {1, 2, 3, 4};
    GrayImage image = GrayImage.of(2, 2, pixels);
    pixels[0] = 9;
    image.toByteArray()[1] = 9;
    assertThat(image.toByteArray()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void refusesSidesThatDoNotFitTheArray() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GrayImage.of(2, 2, new byte[3]))
        .withMessageContaining("2x2")
        .withMessageContaining("3 pixels");
    assertThatIllegalArgumentException().isThrownBy(() -> GrayImage.of(0, 5, new byte[0]));
    assertThatIllegalArgumentException().isThrownBy(() -> GrayImage.of(-1, -4, new byte[4]));
    assertThatIllegalArgumentException().isThrownBy(() -> GrayImage.of(65536, 65536, new byte[0]));
  }

  @Test
  void cropsARectangle() {
    assertThat(IMAGE.crop(1, 0, 2, 2))
        .isEqualTo(GrayImage.of(2, 2, new byte[] {1, 2, (byte) 254, (byte) 255}));
    assertThat(IMAGE.crop(0, 0, 3, 2)).isEqualTo(IMAGE);
  }

  @Test
  void refusesACropThatLeavesThePicture() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IMAGE.crop(1, 0, 3, 1))
        .withMessageContaining("inside 3x2, got 3x1 at (1, 0)");
    assertThatIllegalArgumentException().isThrownBy(() -> IMAGE.crop(1, 0, Integer.MAX_VALUE, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> IMAGE.crop(0, 0, 0, 1));
  }

  @Test
  void comparesSizeAndPixels() {
    assertThat(GrayImage.of(1, 2, new byte[2])).isNotEqualTo(GrayImage.of(2, 1, new byte[2]));
    assertThat(GrayImage.of(1, 2, new byte[2]))
        .isEqualTo(GrayImage.of(1, 2, new byte[2]))
        .hasSameHashCodeAs(GrayImage.of(1, 2, new byte[2]));
  }
}
