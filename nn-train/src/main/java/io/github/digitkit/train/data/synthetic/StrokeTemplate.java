package io.github.digitkit.train.data.synthetic;

import java.util.List;

/**
 * A way to write a sign.
 *
 * @param label the sign
 * @param weight how common this way is among those of its sign
 * @param strokes in the order of writing
 */
record StrokeTemplate(String label, double weight, List<Stroke> strokes) {
  StrokeTemplate {
    strokes = List.copyOf(strokes);
  }
}
