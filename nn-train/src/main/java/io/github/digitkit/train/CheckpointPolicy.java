package io.github.digitkit.train;

import io.github.digitkit.train.checkpoint.Checkpoint;
import io.github.digitkit.train.checkpoint.CheckpointException;
import io.github.digitkit.train.checkpoint.TrainingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where checkpoints lie and whether to continue from one. */
record CheckpointPolicy(Path directory, Start start) {
  private static final String NAME = "training.checkpoint";

  enum Start {
    ANEW,
    CONTINUE
  }

  static CheckpointPolicy startIn(Path directory) {
    return new CheckpointPolicy(directory, Start.ANEW);
  }

  static CheckpointPolicy continueIn(Path directory) {
    return new CheckpointPolicy(directory, Start.CONTINUE);
  }

  private Path file() {
    return directory.resolve(NAME);
  }

  /**
   * Reads the checkpoint if there is one.
   *
   * @param arrays the run's arrays. Overwritten if there is one.
   */
  TrainingProgress begin(Map<String, String> run, Map<String, float[]> arrays) throws IOException {
    Files.createDirectories(directory);
    Path file = file();
    if (!Files.exists(file)) {
      return TrainingProgress.none();
    }
    return switch (start) {
      case ANEW ->
          throw new CheckpointException(
              file, "there is a checkpoint already: resume it, or choose another directory");
      case CONTINUE -> Checkpoint.restore(file, run, arrays);
    };
  }

  void write(Map<String, String> run, TrainingProgress progress, Map<String, float[]> arrays)
      throws IOException {
    new Checkpoint(run, progress, arrays).write(file());
  }
}
