package io.github.digitkit.train.report;

import io.github.digitkit.train.TrainingListener;
import io.github.digitkit.train.TrainingPlan;
import io.github.digitkit.train.metric.EpochMetrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file with one line for each epoch. A run that continues writes the epochs already done anew, so
 * that the file always holds the whole run.
 */
abstract class LineLog implements TrainingListener {
  private final Path file;

  LineLog(Path file) {
    this.file = file;
  }

  /** The lines before the first epoch's. */
  abstract List<String> header();

  abstract String line(EpochMetrics epoch);

  @Override
  public final void started(TrainingPlan plan) throws IOException {
    List<String> lines = new ArrayList<>(header());
    plan.done().forEach(epoch -> lines.add(line(epoch)));
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    Files.write(file, lines, StandardCharsets.UTF_8);
  }

  @Override
  public final void epochDone(EpochMetrics epoch) throws IOException {
    Files.write(file, List.of(line(epoch)), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }
}
