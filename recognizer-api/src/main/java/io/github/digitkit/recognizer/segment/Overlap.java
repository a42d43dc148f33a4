package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.InkMask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gives a run of strips back what the cuts beside it may have taken: where digits overlap, the ink
 * near a cut belongs to both.
 */
final class Overlap {
  /** How far overlapping digits reach beyond the cut between them, in stroke widths. */
  private static final double REACH = 0.8;

  private final Strips strips;
  private final int reach;

  Overlap(Strips strips) {
    this.strips = strips;
    this.reach = (int) Math.round(REACH * strips.strokeWidth());
  }

  /** The run with the ink beyond its left cut, its right cut, and both; none beyond gaps. */
  List<InkMask> around(int first, int last) {
    boolean left = strips.cutBefore(first) > 0;
    boolean right = strips.cutBefore(last + 1) > 0;
    List<InkMask> masks = new ArrayList<>();
    if (left) {
      masks.add(ink(first, last, reach, 0));
    }
    if (right) {
      masks.add(ink(first, last, 0, reach));
    }
    if (left && right) {
      masks.add(ink(first, last, reach, reach));
    }
    return masks;
  }

  private InkMask ink(int first, int last, int before, int after) {
    int[] start = strips.startOf(first);
    int[] end = strips.startOf(last + 1);
    float[] ink = strips.ink();
    int height = start.length;
    int width = ink.length / height;
    int left = Math.max(0, Arrays.stream(start).min().orElse(0) - before);
    int right = Math.min(width, Arrays.stream(end).max().orElse(0) + after);
    Box part = new Box(left, 0, right - left, height);
    boolean[] inside = new boolean[part.width() * height];
    for (int y = 0; y < height; y++) {
      int to = Math.min(width, end[y] + after);
      for (int x = Math.max(0, start[y] - before); x < to; x++) {
        inside[y * part.width() + x - left] = ink[y * width + x] > 0;
      }
    }
    return new InkMask(part, inside).cropped();
  }
}
