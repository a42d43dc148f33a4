package io.github.digitkit.nn;

import java.io.IOException;

/** A weights file is damaged or not what was expected; the message names source and reason. */
public final class ModelFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param source the file's name
   * @param reason what was expected and what was found
   */
  public ModelFileException(String source, String reason) {
    super(source + ": " + reason);
  }
}
