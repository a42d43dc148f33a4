package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.Piece;
import java.util.List;

/**
 * A part of a page with writing of its own: the page itself, or what a printed frame encloses, as a
 * box of a form, a cell of a table, or a sheet on a dark table.
 *
 * @param area its extent, in pixels of the ink picture
 * @param writing the pieces in it that are no frame and in no smaller room
 */
record Room(Box area, List<Piece> writing) {}
