package io.github.digitkit.web.reading;

import java.util.Optional;

/**
 * One digit of a number, with its place.
 *
 * @param digit 0 to 9
 * @param confidence probability of {@code digit}, 0 to 1
 * @param rejected why the digit should not be trusted, empty if it may be
 * @param x left edge in pixels of the source picture
 * @param y upper edge in pixels of the source picture
 * @param width in pixels of the source picture
 * @param height in pixels of the source picture
 */
public record ReadDigit(
    int digit, double confidence, Optional<String> rejected, int x, int y, int width, int height) {}
