package io.github.digitkit.train.checkpoint;

import java.io.IOException;
import java.nio.file.Path;

/** A checkpoint cannot be used: the message names the file and the reason. */
public final class CheckpointException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with which file. */
  public CheckpointException(Path file, String reason) {
    super(file + ": " + reason);
  }
}
