package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers the cells of a grid by row and column, going from neighbour to neighbour, so that the
 * grid may slope and bend; cells that a broken line has lost are put where their neighbours say.
 */
final class Lattice {
  private static final double OFF_LINE = 0.35;
  private static final double SHORTEST_STEP = 0.75;
  private static final double LONGEST_STEP = 1.45;
  private static final int[][] SIDES = {{0, 1}, {1, 0}, {0, -1}, {-1, 0}};

  private final Map<Place, Box> cells = new LinkedHashMap<>();

  private Lattice() {}

  private record Place(int row, int column) {
    Place plus(int rows, int columns) {
      return new Place(row + rows, column + columns);
    }
  }

  /**
   * The cells, row by row from the top, each from the left.
   *
   * @param boxes of cells of about the same size, at least one
   */
  static List<List<Box>> rows(List<Box> boxes) {
    Lattice lattice = new Lattice();
    lattice.number(boxes);
    lattice.fill();
    return lattice.inOrder();
  }

  private void number(List<Box> boxes) {
    List<Box> waiting = new ArrayList<>(boxes);
    Box start = waiting.remove(waiting.size() / 2);
    Deque<Place> next = new ArrayDeque<>();
    cells.put(new Place(0, 0), start);
    next.add(new Place(0, 0));
    while (!next.isEmpty()) {
      Place place = next.remove();
      Box box = cells.get(place);
      for (int[] side : SIDES) {
        Place beside = place.plus(side[0], side[1]);
        if (box != null && !cells.containsKey(beside)) {
          Optional<Box> neighbour = neighbour(box, side, waiting);
          if (neighbour.isPresent()) {
            waiting.remove(neighbour.get());
            cells.put(beside, neighbour.get());
            next.add(beside);
          }
        }
      }
    }
  }

  private static Optional<Box> neighbour(Box box, int[] side, List<Box> waiting) {
    return waiting.stream().filter(other -> isBeside(box, side, other)).findFirst();
  }

  private static boolean isBeside(Box box, int[] side, Box other) {
    double right = (centreX(other) - centreX(box)) / box.width();
    double down = (centreY(other) - centreY(box)) / box.height();
    double step = side[0] * down + side[1] * right;
    double aside = side[0] == 0 ? down : right;
    return step > SHORTEST_STEP && step < LONGEST_STEP && Math.abs(aside) < OFF_LINE;
  }

  /** Puts lost cells in, those with the most neighbours' say first come first. */
  private void fill() {
    List<Place> missing = missing();
    boolean found = true;
    while (found && !missing.isEmpty()) {
      Map<Place, Box> guesses = new LinkedHashMap<>();
      for (Place place : missing) {
        guess(place).ifPresent(box -> guesses.put(place, box));
      }
      cells.putAll(guesses);
      missing.removeAll(guesses.keySet());
      found = !guesses.isEmpty();
    }
  }

  private List<Place> missing() {
    int top = cells.keySet().stream().mapToInt(Place::row).min().orElse(0);
    int bottom = cells.keySet().stream().mapToInt(Place::row).max().orElse(0);
    int left = cells.keySet().stream().mapToInt(Place::column).min().orElse(0);
    int right = cells.keySet().stream().mapToInt(Place::column).max().orElse(0);
    List<Place> missing = new ArrayList<>();
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        Place place = new Place(row, column);
        if (!cells.containsKey(place)) {
          missing.add(place);
        }
      }
    }
    return missing;
  }

  /** Completes parallelograms of three neighbours; the mean of all that there are. */
  private Optional<Box> guess(Place place) {
    double sumX = 0;
    double sumY = 0;
    int count = 0;
    int width = 0;
    int height = 0;
    for (int rows = -1; rows <= 1; rows += 2) {
      for (int columns = -1; columns <= 1; columns += 2) {
        Box beside = cells.get(place.plus(0, columns));
        Box over = cells.get(place.plus(rows, 0));
        Box across = cells.get(place.plus(rows, columns));
        if (beside != null && over != null && across != null) {
          sumX += centreX(beside) + centreX(over) - centreX(across);
          sumY += centreY(beside) + centreY(over) - centreY(across);
          width += over.width();
          height += beside.height();
          count++;
        }
      }
    }
    if (count == 0) {
      return Optional.empty();
    }
    int meanWidth = width / count;
    int meanHeight = height / count;
    int x = Math.max(0, (int) Math.round(sumX / count - meanWidth / 2.0));
    int y = Math.max(0, (int) Math.round(sumY / count - meanHeight / 2.0));
    return Optional.of(new Box(x, y, meanWidth, meanHeight));
  }

  private List<List<Box>> inOrder() {
    List<Place> places = new ArrayList<>(cells.keySet());
    places.sort(Comparator.comparingInt(Place::row).thenComparingInt(Place::column));
    List<List<Box>> rows = new ArrayList<>();
    int current = Integer.MIN_VALUE;
    for (Place place : places) {
      if (place.row != current) {
        rows.add(new ArrayList<>());
        current = place.row;
      }
      Box box = cells.get(place);
      if (box != null) {
        rows.get(rows.size() - 1).add(box);
      }
    }
    return rows;
  }

  private static double centreX(Box box) {
    return box.x() + box.width() / 2.0;
  }

  private static double centreY(Box box) {
    return box.y() + box.height() / 2.0;
  }
}
