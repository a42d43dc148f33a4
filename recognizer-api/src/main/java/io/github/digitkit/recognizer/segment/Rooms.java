package io.github.digitkit.recognizer.segment;

import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.InkPicture;
import io.github.digitkit.recognizer.image.Piece;
import io.github.digitkit.recognizer.image.Pieces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the rooms of a page by its printed frames. */
final class Rooms {
  /** Lower pieces are no writing. */
  private static final int LEAST_HEIGHT = 7;

  /** Lines fill little of the area that they span. */
  private static final double HOLLOW = 0.4;

  /** Smaller areas, as a share of the usual room's sides, are none that writing has cut. */
  private static final double LIKE_ROOM = 0.4;

  private final Pieces pieces;
  private final boolean[] frames;
  private final List<Box> areas = new ArrayList<>();

  private Rooms(Pieces pieces) {
    this.pieces = pieces;
    this.frames = new boolean[pieces.all().size() + 1];
  }

  /**
   * The rooms with what is written in them.
   *
   * @param page with its frames
   * @param unruled the same page without rulings, whose pieces are given
   */
  static List<Room> of(InkPicture page, InkPicture unruled) {
    Rooms rooms = new Rooms(page.pieces());
    List<Piece> tall =
        page.pieces().all().stream().filter(p -> p.box().height() >= LEAST_HEIGHT).toList();
    for (Piece piece : tall) {
      if (isHollow(piece) && tall.stream().anyMatch(other -> holds(piece.box(), other))) {
        rooms.addWithin(piece, tall);
      }
    }
    return rooms.furnished(unruled.pieces());
  }

  private static boolean isHollow(Piece piece) {
    return piece.area() < HOLLOW * piece.box().width() * piece.box().height();
  }

  private static boolean holds(Box area, Piece piece) {
    Box box = piece.box();
    return box.x() > area.x()
        && box.y() > area.y()
        && box.right() < area.right()
        && box.bottom() < area.bottom();
  }

  private void addWithin(Piece frame, List<Piece> tall) {
    List<EnclosedArea> enclosed = EnclosedArea.of(pieces, frame);
    List<Box> rooms = new ArrayList<>();
    for (EnclosedArea area : enclosed) {
      boolean large = area.box().height() > LEAST_HEIGHT;
      if (large && area.straight() && tall.stream().anyMatch(p -> holds(area.box(), p))) {
        rooms.add(area.box());
      }
    }
    if (!rooms.isEmpty() && rooms.size() >= cutByWriting(enclosed, rooms)) {
      frames[frame.label()] = true;
      areas.addAll(rooms);
    }
  }

  /**
   * How many areas as large as the rooms are none, as writing crosses the lines of squared paper.
   */
  private static long cutByWriting(List<EnclosedArea> enclosed, List<Box> rooms) {
    List<Box> byHeight = new ArrayList<>(rooms);
    byHeight.sort(Comparator.comparingInt(Box::height));
    Box usual = byHeight.get(byHeight.size() / 2);
    return enclosed.stream()
        .filter(area -> !area.straight())
        .filter(area -> area.box().height() >= LIKE_ROOM * usual.height())
        .filter(area -> area.box().width() >= LIKE_ROOM * usual.height())
        .count();
  }

  private List<Room> furnished(Pieces writing) {
    areas.add(new Box(0, 0, pieces.width(), pieces.height()));
    areas.sort(Comparator.comparingLong(area -> (long) area.width() * area.height()));
    List<Room> rooms = new ArrayList<>();
    areas.forEach(area -> rooms.add(new Room(area, new ArrayList<>())));
    boolean[] remains = remainsOfFrames(writing);
    for (Piece piece : writing.all()) {
      if (!remains[piece.label()]) {
        smallestAround(piece, rooms).writing().add(piece);
      }
    }
    return rooms;
  }

  private static Room smallestAround(Piece piece, List<Room> rooms) {
    for (Room room : rooms) {
      if (room.area().contains(piece.centreX(), piece.centreY())) {
        return room;
      }
    }
    throw new IllegalStateException("the page holds every piece, but not " + piece);
  }

  /** By label, whether most of a piece is what is left of a frame. */
  private boolean[] remainsOfFrames(Pieces writing) {
    int[] framed = new int[writing.all().size() + 1];
    for (int i = 0; i < writing.labels().length; i++) {
      framed[writing.labels()[i]] += frames[pieces.labels()[i]] ? 1 : 0;
    }
    boolean[] remains = new boolean[framed.length];
    for (Piece piece : writing.all()) {
      remains[piece.label()] = 2 * framed[piece.label()] > piece.area();
    }
    return remains;
  }
}
