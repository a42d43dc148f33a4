package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Row by row from the top, and in each row from the left. */
final class ReadingOrder {
  /** What shares more of the lower one's height lies in one row. */
  private static final double BESIDE = 0.5;

  private ReadingOrder() {}

  /** The same boxes in order. */
  static List<Box> of(List<Box> boxes) {
    List<Box> waiting = new ArrayList<>(boxes);
    waiting.sort(Comparator.comparingInt(Box::y));
    List<Box> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Box first = waiting.get(0);
      List<Box> row = new ArrayList<>(waiting);
      row.removeIf(box -> !isBeside(first, box));
      waiting.removeAll(row);
      row.sort(Comparator.comparingInt(Box::x));
      ordered.addAll(row);
    }
    return ordered;
  }

  private static boolean isBeside(Box one, Box other) {
    return one.sharedRows(other) >= BESIDE * Math.min(one.height(), other.height());
  }
}
