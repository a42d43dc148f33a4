package io.github.digitkit.train.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What continues a training run: which run it is, how far it came, and every array that it changes.
 *
 * @param run what the run was made with, as name and text
 * @param progress how far it came
 * @param arrays all arrays by name; borrowed
 */
public record Checkpoint(
    Map<String, String> run, TrainingProgress progress, Map<String, float[]> arrays) {

  /**
   * Writes this to a file that is replaced as a whole or not at all, whatever happens meanwhile.
   *
   * @param file the file
   * @throws IOException if it cannot be written; the old file is then as it was
   */
  public void write(Path file) throws IOException {
    AtomicFile.write(file, CheckpointFormat.encode(this));
  }

  /**
   * Reads a checkpoint of the same run.
   *
   * @param file the file
   * @param run what this run is made with
   * @param arrays the run's arrays. Overwritten, but only if everything fits.
   * @return how far the run had come
   * @throws CheckpointException if the file is damaged, or of a run made with something else: names
   *     what differs
   * @throws IOException if it cannot be read
   */
  public static TrainingProgress restore(
      Path file, Map<String, String> run, Map<String, float[]> arrays) throws IOException {
    Checkpoint saved = CheckpointFormat.read(file, arrays);
    List<String> differences = new ArrayList<>();
    for (Map.Entry<String, String> entry : run.entrySet()) {
      String then = saved.run().getOrDefault(entry.getKey(), "nothing");
      if (!then.equals(entry.getValue())) {
        differences.add(entry.getKey() + " was " + then + ", is now " + entry.getValue());
      }
    }
    if (!differences.isEmpty()) {
      throw new CheckpointException(
          file,
          "cannot continue a run made with other settings: " + String.join("; ", differences));
    }
    saved
        .arrays()
        .forEach((name, from) -> System.arraycopy(from, 0, arrays.get(name), 0, from.length));
    return saved.progress();
  }
}
