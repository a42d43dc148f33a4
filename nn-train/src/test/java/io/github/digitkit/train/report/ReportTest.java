package io.github.digitkit.train.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.digitkit.train.TrainingPlan;
import io.github.digitkit.train.TrainingSettings;
import io.github.digitkit.train.data.ArrayDataset;
import io.github.digitkit.train.data.Dataset;
import io.github.digitkit.train.metric.EpochMetrics;
import io.github.digitkit.train.metric.Evaluation;
import io.github.digitkit.train.metric.Score;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final EpochMetrics FIRST =
      new EpochMetrics(1, new Score(.5, .8), Optional.of(new Score(.25, .9)), 1e-3, 12.5);
  private static final EpochMetrics SECOND =
      new EpochMetrics(2, new Score(.3, .9), Optional.empty(), 1e-4, 10);
  private static final Evaluation EVALUATION =
      Evaluation.of(new float[] {.9f, .1f, .8f, .2f, .3f, .7f}, new int[] {0, 1, 1}, 2);
  private static final Dataset DATA = new ArrayDataset(new float[12], new int[] {0, 1, 1}, 2, 2, 2);

  @TempDir Path directory;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private static TrainingPlan plan(EpochMetrics... done) {
    return new TrainingPlan(
        TrainingSettings.defaults().withEpochs(2), 100, 4, 2, List.of(done), Map.of());
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void plainProgressPrintsALineAnEpoch() {
    PlainProgress progress = new PlainProgress(out);
    progress.started(plan());
    progress.epochDone(FIRST);
    assertThat(printed())
        .isEqualTo(
            "Training on 100 samples: 2 epochs of 4 steps, 2 threads\n"
                + "Epoch 1/2 - 13s 3125ms/step - loss: 0.5000 - accuracy: 0.8000"
                + " - val_loss: 0.2500 - val_accuracy: 0.9000\n");
  }

  @Test
  void theBarFillsAndIsWrittenOver() {
    ProgressBar bar = new ProgressBar(out);
    bar.started(plan());
    for (int step = 1; step <= 4; step++) {
      bar.stepDone(1, step, .5, .8);
    }
    bar.epochDone(SECOND);
    assertThat(printed())
        .startsWith("Epoch 1/2\n\r1/4 [=======>......................] - ETA: ")
        .contains("\r4/4 [==============================] - 10s 2500ms/step - loss: 0.3000")
        .endsWith("\n");
  }

  @Test
  void csvHasOneLineAnEpochAndStartsAgainWithTheEpochsDone() throws IOException {
    Path file = directory.resolve("sub/log.csv");
    CsvLog log = new CsvLog(file);
    log.started(plan());
    log.epochDone(FIRST);
    CsvLog continued = new CsvLog(file);
    continued.started(plan(FIRST));
    continued.epochDone(SECOND);
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,seconds",
            "1,0.5,0.8,0.25,0.9,0.001,12.5",
            "2,0.3,0.9,,,1.0E-4,10.0");
  }

  @Test
  void jsonHasOneObjectALine() throws IOException {
    Path file = directory.resolve("log.jsonl");
    JsonLog log = new JsonLog(file);
    log.started(plan());
    log.epochDone(FIRST);
    log.epochDone(SECOND);
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "{\"epoch\":1,\"loss\":0.5,\"accuracy\":0.8,\"val_loss\":0.25,\"val_accuracy\":0.9,"
                + "\"learning_rate\":0.001,\"seconds\":12.5}",
            "{\"epoch\":2,\"loss\":0.3,\"accuracy\":0.9,\"learning_rate\":1.0E-4,"
                + "\"seconds\":10.0}");
  }

  @Test
  void anEvaluationIsOneJsonObject() {
    assertThat(EvaluationReport.json(EVALUATION))
        .startsWith("{\"samples\":3,\"correct\":2,\"accuracy\":0.6666666666666666,")
        .contains("\"confusion_matrix\":[[1,0],[1,1]]")
        .contains("{\"class\":0,\"support\":1,\"recall\":1.0,\"specificity\":0.5,")
        .doesNotContain("NaN")
        .doesNotContain("\n");
  }

  @Test
  void anEvaluationIsATableForPeople() {
    assertThat(EvaluationReport.text(EVALUATION))
        .contains("accuracy 66.67 %")
        .contains("2 of 3")
        .containsPattern("1 +1 +1 +0\\.5000 +1\\.0000");
  }

  @Test
  void thePageHoldsCurvesMatrixAndMisreadPicturesAndNothingFromElsewhere() throws IOException {
    Path file = directory.resolve("report.html");
    HtmlReport.write(file, Map.of("network", "a<b>&c"), List.of(FIRST, SECOND), EVALUATION, DATA);
    String page = Files.readString(file);
    assertThat(page)
        .contains("66.67&nbsp;%")
        .contains("validation accuracy")
        .contains("1 read as 0: 1")
        .contains("#1: 1 read as 0<br>(80.0&nbsp;%)")
        .contains("a&lt;b&gt;&amp;c")
        .doesNotContain("http:")
        .doesNotContain("https:");
    assertThat(page.split("data:image/png;base64,", -1)).as("one misread").hasSize(2);
  }

  @Test
  void axesHaveRoundMarksThatSpanTheValues() {
    Chart chart = Chart.loss(List.of(FIRST, SECOND));
    assertThat(chart.axisStart()).isLessThanOrEqualTo(0.25);
    assertThat(chart.axisEnd()).isGreaterThanOrEqualTo(0.5);
    assertThat(chart.markText(0)).isEqualTo("0.25");
    Chart flat = Chart.accuracy(List.of(SECOND));
    assertThat(flat.axisEnd()).isGreaterThan(flat.axisStart());
  }
}
