package io.github.digitkit.nn.kernel.vector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Along one axis: which places of the window meet which places of the source, for each group of
 * target places where that is the same up to a shift.
 *
 * @param window the window's places that meet the source
 * @param steps the source's places they meet, from the first
 * @param targets the target's places
 * @param sources the first source place of each
 */
record AxisTaps(
    List<Integer> window, List<Integer> steps, List<Integer> targets, List<Integer> sources) {

  /** From source to target through a window: the taps of a convolution's forward pass. */
  static List<AxisTaps> forward(int input, int size, int stride, int pad, int output) {
    Groups groups = new Groups();
    for (int place = 0; place < output; place++) {
      for (int i = 0; i < size; i++) {
        groups.offer(i, place * stride - pad + i, input);
      }
      groups.close(place);
    }
    return groups.all();
  }

  /** From the output back to the input: the taps of the input's gradient. */
  static List<AxisTaps> backward(int input, int size, int stride, int pad, int output) {
    Groups groups = new Groups();
    for (int place = 0; place < input; place++) {
      // The last place of the window meets the first of the output: memory is read forwards.
      for (int i = size - 1; i >= 0; i--) {
        if (Math.floorMod(place + pad - i, stride) == 0) {
          groups.offer(i, Math.floorDiv(place + pad - i, stride), output);
        }
      }
      groups.close(place);
    }
    return groups.all();
  }

  /** The same with other numbers for the window's places. */
  AxisTaps renumbered(int[] places) {
    List<Integer> renumbered = window.stream().map(place -> places[place]).toList();
    return new AxisTaps(renumbered, steps, targets, sources);
  }

  private static final class Groups {
    private final Map<List<List<Integer>>, AxisTaps> groups = new LinkedHashMap<>();
    private List<Integer> window = new ArrayList<>();
    private List<Integer> steps = new ArrayList<>();
    private int first;

    void offer(int windowPlace, int sourcePlace, int sourceSize) {
      if (sourcePlace >= 0 && sourcePlace < sourceSize) {
        if (window.isEmpty()) {
          first = sourcePlace;
        }
        window.add(windowPlace);
        steps.add(sourcePlace - first);
      }
    }

    void close(int target) {
      AxisTaps group =
          groups.computeIfAbsent(
              List.of(window, steps),
              key -> new AxisTaps(key.get(0), key.get(1), new ArrayList<>(), new ArrayList<>()));
      group.targets.add(target);
      group.sources.add(window.isEmpty() ? 0 : first);
      window = new ArrayList<>();
      steps = new ArrayList<>();
    }

    List<AxisTaps> all() {
      return List.copyOf(groups.values());
    }
  }
}
