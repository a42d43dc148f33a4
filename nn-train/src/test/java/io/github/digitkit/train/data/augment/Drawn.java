package io.github.digitkit.train.data.augment;

/** Pictures drawn for tests, and measures of them. */
final class Drawn {
  static final int SIDE = 28;

  private Drawn() {}

  /** A filled box, bounds inclusive. */
  static float[] box(int left, int top, int right, int bottom) {
    float[] image = new float[SIDE * SIDE];
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        image[y * SIDE + x] = 1;
      }
    }
    return image;
  }

  /** An upright bar of three columns in the middle. */
  static float[] bar() {
    return box(12, 5, 14, 22);
  }

  static float[] applied(Augmentation step, float[] image, long key) {
    return applied(step, image, key, OtherPictures.EMPTY);
  }

  static float[] applied(Augmentation step, float[] image, long key, OtherPictures others) {
    AugmentationContext context = new AugmentationContext(SIDE, SIDE);
    context.start(key, 0, 0, others);
    float[] changed = image.clone();
    step.apply(changed, context);
    return changed;
  }

  static double ink(float[] image) {
    double sum = 0;
    for (float value : image) {
      sum += value;
    }
    return sum;
  }

  static double centreX(float[] image) {
    double sum = 0;
    for (int i = 0; i < image.length; i++) {
      sum += image[i] * (i % SIDE);
    }
    return sum / ink(image);
  }

  static double centreY(float[] image) {
    double sum = 0;
    for (int i = 0; i < image.length; i++) {
      sum += image[i] * row(i);
    }
    return sum / ink(image);
  }

  /** Covariance of columns and rows over the variance of rows: the lean of an upright stroke. */
  static double lean(float[] image) {
    double cx = centreX(image);
    double cy = centreY(image);
    double both = 0;
    double rows = 0;
    for (int i = 0; i < image.length; i++) {
      double y = row(i) - cy;
      both += image[i] * (i % SIDE - cx) * y;
      rows += image[i] * y * y;
    }
    return both / rows;
  }

  static double spreadX(float[] image) {
    double cx = centreX(image);
    double sum = 0;
    for (int i = 0; i < image.length; i++) {
      double x = i % SIDE - cx;
      sum += image[i] * x * x;
    }
    return Math.sqrt(sum / ink(image));
  }

  private static int row(int i) {
    return i / SIDE;
  }

  static double difference(float[] one, float[] two) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs(one[i] - two[i]);
    }
    return sum / one.length;
  }
}
