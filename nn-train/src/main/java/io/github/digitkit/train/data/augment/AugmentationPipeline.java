package io.github.digitkit.train.data.augment;

import java.util.List;

/**
 * Steps applied one after another.
 *
 * @param name how the command line and reports call it
 * @param steps in the order of application
 */
public record AugmentationPipeline(String name, List<Augmentation> steps) implements Augmentation {

  /** Copies the list. */
  public AugmentationPipeline {
    steps = List.copyOf(steps);
  }

  @Override
  public void apply(float[] image, AugmentationContext context) {
    for (int i = 0; i < steps.size(); i++) {
      steps.get(i).apply(image, context);
    }
  }
}
