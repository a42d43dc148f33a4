package io.github.digitkit.recognizer;

import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.recognizer.image.GrayImage;

/**
 * Which parts of a picture an answer rests on, by occlusion: a small patch is wiped out at each
 * place in turn, and how much the digit's probability falls is how much that place matters (Zeiler
 * and Fergus, "Visualizing and understanding convolutional networks", 2014).
 */
final class Saliency {
  private static final int SIDE = DigitNetworks.SIDE;
  private static final int PATCH_RADIUS = 2;

  private Saliency() {}

  /** Returns 28x28 levels: 255 where the digit's probability falls most, 0 where it does not. */
  static GrayImage of(DigitNetwork network, float[] picture, int digit) {
    int places = SIDE * SIDE;
    float[] occluded = new float[places * DigitNetwork.PIXELS];
    for (int place = 0; place < places; place++) {
      System.arraycopy(picture, 0, occluded, place * DigitNetwork.PIXELS, DigitNetwork.PIXELS);
      wipe(occluded, place * DigitNetwork.PIXELS, place % SIDE, place / SIDE);
    }
    float whole = network.probabilities(picture, 1)[digit];
    float[] without = network.probabilities(occluded, places);
    float[] falls = new float[places];
    float most = 0;
    for (int place = 0; place < places; place++) {
      falls[place] = Math.max(0, whole - without[place * DigitNetwork.CLASSES + digit]);
      most = Math.max(most, falls[place]);
    }
    byte[] levels = new byte[places];
    for (int place = 0; place < places && most > 0; place++) {
      levels[place] = (byte) Math.round(255 * falls[place] / most);
    }
    return GrayImage.of(SIDE, SIDE, levels);
  }

  private static void wipe(float[] pictures, int offset, int centreX, int centreY) {
    for (int y = Math.max(0, centreY - PATCH_RADIUS);
        y <= Math.min(SIDE - 1, centreY + PATCH_RADIUS);
        y++) {
      for (int x = Math.max(0, centreX - PATCH_RADIUS);
          x <= Math.min(SIDE - 1, centreX + PATCH_RADIUS);
          x++) {
        pictures[offset + y * SIDE + x] = 0;
      }
    }
  }
}
