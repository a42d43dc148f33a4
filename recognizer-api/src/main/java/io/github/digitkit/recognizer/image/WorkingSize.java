package io.github.digitkit.recognizer.image;

/** Brings any picture to the few sizes on which the later steps work. */
final class WorkingSize {
  private final int largest;
  private final int smallest;

  WorkingSize(NormalizationSettings settings) {
    largest = settings.workingSide();
    smallest = settings.smallestSide();
  }

  /** The working side for a picture of the given longer side. */
  int sideFor(int longerSide) {
    return Math.max(smallest, Math.min(largest, 2 * longerSide));
  }

  /**
   * Grey levels of the part inside {@code region}: the area's mean where it shrinks, a bicubic
   * surface where it grows.
   */
  Plane fit(GrayImage image, Box region) {
    return scaled(image, region, (double) sideFor(region.longerSide()) / region.longerSide());
  }

  /** As {@link #fit}, at {@code scale} target pixels for a source pixel. */
  static Plane scaled(GrayImage image, Box region, double scale) {
    int width = Math.max(1, (int) Math.round(region.width() * scale));
    int height = Math.max(1, (int) Math.round(region.height() * scale));
    if (scale <= 1) {
      return AreaMean.of(image, region, width, height);
    }
    Plane same = AreaMean.of(image, region, region.width(), region.height());
    return BicubicEnlargement.of(same, width, height);
  }
}
