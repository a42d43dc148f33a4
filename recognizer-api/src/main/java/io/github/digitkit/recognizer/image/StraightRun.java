package io.github.digitkit.recognizer.image;

/**
 * Ink without a gap along a row or column.
 *
 * @param across which row or column
 * @param from first pixel along it
 * @param to the pixel after its last
 */
record StraightRun(int across, int from, int to) {}
