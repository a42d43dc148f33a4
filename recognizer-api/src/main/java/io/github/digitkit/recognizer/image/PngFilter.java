package io.github.digitkit.recognizer.image;

/**
 * Undoes the five row filters of PNG.
 *
 * <p>Rows begin with {@code distance} zeros, which stand for the pixel left of the first.
 */
final class PngFilter {
  private PngFilter() {}

  /**
   * Undoes one row's filter.
   *
   * @param type the row's filter type
   * @param row the filtered row. Overwritten.
   * @param above the row above, unfiltered; zeros above the first. Not modified.
   * @param distance bytes from a byte to its counterpart in the pixel on the left
   * @return false if there is no such type
   */
  static boolean undo(byte type, byte[] row, byte[] above, int distance) {
    switch (type) {
      case 0 -> {}
      case 1 -> undoSub(row, distance);
      case 2 -> undoUp(row, above, distance);
      case 3 -> undoAverage(row, above, distance);
      case 4 -> undoPaeth(row, above, distance);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void undoSub(byte[] row, int distance) {
    for (int i = distance; i < row.length; i++) {
      row[i] += row[i - distance];
    }
  }

  private static void undoUp(byte[] row, byte[] above, int distance) {
    for (int i = distance; i < row.length; i++) {
      row[i] += above[i];
    }
  }

  private static void undoAverage(byte[] row, byte[] above, int distance) {
    for (int i = distance; i < row.length; i++) {
      row[i] += (byte) (((row[i - distance] & 0xff) + (above[i] & 0xff)) >> 1);
    }
  }

  private static void undoPaeth(byte[] row, byte[] above, int distance) {
    for (int i = distance; i < row.length; i++) {
      int left = row[i - distance] & 0xff;
      int up = above[i] & 0xff;
      int corner = above[i - distance] & 0xff;
      int toLeft = Math.abs(up - corner);
      int toUp = Math.abs(left - corner);
      int toCorner = Math.abs(left + up - 2 * corner);
      int nearest = toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
      row[i] += (byte) nearest;
    }
  }
}
