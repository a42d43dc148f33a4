package io.github.digitkit.train.data.augment;

/** Draws straight pieces of pen line into a picture. */
final class PenLine {
  private PenLine() {}

  /**
   * Maximum of the picture and {@code strength * clamp(reach - distance to the piece, 0, 1)}.
   *
   * @param image Overwritten.
   */
  static void draw(
      float[] image,
      AugmentationContext context,
      float x0,
      float y0,
      float x1,
      float y1,
      float reach,
      float strength) {
    int left = Math.max((int) Math.ceil(Math.min(x0, x1) - reach), 0);
    int right = Math.min((int) Math.floor(Math.max(x0, x1) + reach), context.width() - 1);
    int top = Math.max((int) Math.ceil(Math.min(y0, y1) - reach), 0);
    int bottom = Math.min((int) Math.floor(Math.max(y0, y1) + reach), context.height() - 1);
    float dx = x1 - x0;
    float dy = y1 - y0;
    float scale = 1 / Math.max(dx * dx + dy * dy, 1e-6f);
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        float along = Math.min(Math.max(((x - x0) * dx + (y - y0) * dy) * scale, 0), 1);
        float ex = x - x0 - along * dx;
        float ey = y - y0 - along * dy;
        float distance = (float) Math.sqrt(ex * ex + ey * ey);
        float ink = strength * Math.min(Math.max(reach - distance, 0), 1);
        int i = y * context.width() + x;
        image[i] = Math.max(image[i], ink);
      }
    }
  }
}
