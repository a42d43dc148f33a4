package io.github.digitkit.recognizer;

import io.github.digitkit.recognizer.image.Box;

/**
 * One digit of several in a picture.
 *
 * @param recognition what it is
 * @param box where it is, in pixels of the picture
 * @param line the line of text that it belongs to, from 0 at the top
 */
public record LocatedDigit(Recognition recognition, Box box, int line) {}
