package io.github.digitkit.web.reading;

/**
 * A decoded picture, upright, as the reader saw it.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param grey {@code (height, width)} row by row, 0 black to 255 white; shared, never modified
 */
@SuppressWarnings("ArrayRecordComponent") // A value carrier between two stages of one request.
public record Picture(int width, int height, byte[] grey) {}
