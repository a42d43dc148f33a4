package io.github.digitkit.recognizer.image;

/**
 * A connected piece of ink.
 *
 * @param label its number in {@link Pieces#labels()}, from 1
 * @param area its pixels
 * @param box its extent in the working picture
 * @param centreX mean column of its pixels
 * @param centreY mean row of its pixels
 * @param darkness sum of its darkness, in levels
 */
public record Piece(
    int label, int area, Box box, double centreX, double centreY, double darkness) {}
