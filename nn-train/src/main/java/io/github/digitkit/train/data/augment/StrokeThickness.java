package io.github.digitkit.train.data.augment;

/**
 * A thicker or thinner pen: with amount {@code a}, {@code x + a (D(x) - x)} for a &gt; 0 and {@code
 * x + |a| (E(x) - x)} for a &lt; 0, where D and E are grey dilation and erosion by a plus of five
 * pixels. Amounts beyond 1 repeat whole dilations or erosions first.
 *
 * @param probability how often a picture is changed
 * @param amount in pixels on either side of a stroke, within -4..4
 */
public record StrokeThickness(double probability, Range amount) implements Augmentation {

  /** Checks the ranges. */
  public StrokeThickness {
    Range.probability(probability);
    amount.within("amount", -4, 4);
  }

  @Override
  public void apply(float[] image, AugmentationContext context) {
    if (!context.random().chance(probability)) {
      return;
    }
    float drawn = amount.draw(context.random());
    for (float left = Math.abs(drawn); left > 0; left -= 1) {
      float part = Math.min(left, 1);
      if (drawn > 0) {
        dilate(image, part, context);
      } else {
        erode(image, part, context);
      }
    }
  }

  private static void dilate(float[] image, float part, AugmentationContext context) {
    float[] left = context.plane(0);
    float[] right = context.plane(1);
    float[] above = context.plane(2);
    float[] below = context.plane(3);
    moveAll(image, left, right, above, below, context.width());
    for (int i = 0; i < image.length; i++) {
      float sides = Math.max(left[i], right[i]);
      float most = Math.max(Math.max(sides, Math.max(above[i], below[i])), image[i]);
      image[i] += part * (most - image[i]);
    }
  }

  private static void erode(float[] image, float part, AugmentationContext context) {
    float[] left = context.plane(0);
    float[] right = context.plane(1);
    float[] above = context.plane(2);
    float[] below = context.plane(3);
    moveAll(image, left, right, above, below, context.width());
    for (int i = 0; i < image.length; i++) {
      float sides = Math.min(left[i], right[i]);
      float least = Math.min(Math.min(sides, Math.min(above[i], below[i])), image[i]);
      image[i] += part * (least - image[i]);
    }
  }

  private static void moveAll(
      float[] image, float[] left, float[] right, float[] above, float[] below, int width) {
    Neighbourhood.left(image, left, width);
    Neighbourhood.right(image, right, width);
    Neighbourhood.above(image, above, width);
    Neighbourhood.below(image, below, width);
  }
}
