package io.github.digitkit.cli;

import io.github.digitkit.recognizer.image.DecodedImage;
import java.nio.file.Path;

/** One way to read a picture: as a digit, as a number, or as a page. */
interface Reader {
  /** Reads a picture. */
  Answer read(DecodedImage picture);

  /** What was read, in the two forms in which it is printed. */
  interface Answer {
    /** For people, in one line. */
    String text();

    /** For programs. */
    JsonObject json(Path file);
  }
}
