package io.github.digitkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
  @TempDir private Path folder;

  @Test
  void theWeightsAreTheSameBytesForAnyNumberOfThreadsAndAfterAnInterruption() throws IOException {
    Path one = train("one", "--threads", "1", "--epochs", "2");
    Path two = train("two", "--threads", "2", "--epochs", "2");
    assertThat(two).hasSameBinaryContentAs(one);
    assertThat(train("other", "--seed", "8").toFile())
        .satisfies(other -> assertThat(Files.mismatch(other.toPath(), one)).isNotEqualTo(-1L));
  }

  @Test
  void theFileSaysWhereItComesFrom() throws IOException {
    Path file = train("card", "--augment", "affine", "--schedule", "cosine", "--seed", "7");
    Map<String, String> card = ModelFile.load(file).metadata();
    assertThat(card)
        .containsEntry("data", "synthetic")
        .containsEntry("seed", "7")
        .containsEntry("classes", "0,1,2,3,4,5,6,7,8,9")
        .containsEntry("recipe", "plain")
        .containsEntry("augmentation", "affine")
        .containsKeys("temperature", "reject_curve", "reject_threshold", "test_accuracy");
    assertThat(card.get("settings")).contains("Cosine");
  }

  @Test
  void theBundledRecipeHasAnEleventhClass() throws IOException {
    Path file = train("eleven", "--recipe", "default", "--epochs", "1", "--augment", "none");
    assertThat(ModelFile.load(file).classes()).isEqualTo(11);
  }

  @Test
  void aWiderNetworkIsReadAsAnyOther() throws IOException {
    Path file = train("wide", "--width", "2");
    assertThat(ModelFile.load(file).network()).isEqualTo(DigitNetworks.convolutional(10, 2, 0.4f));
  }

  @Test
  void jsonIsOneObject() {
    Cli.Outcome outcome = Cli.run(arguments("json", "--json").toArray(String[]::new));
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out().lines())
        .singleElement()
        .asString()
        .startsWith("{\"model\":\"" + folder.resolve("json") + "\",\"epochs\":1,")
        .contains("\"validationAccuracy\":", "\"testAccuracyInterval95\":[");
  }

  @Test
  void aReportHasThePageTheCurveAndTheLogs() throws IOException {
    Path report = folder.resolve("deep/report");
    train("reported", "--report", report.toString());
    assertThat(report.resolve("report.html")).content().contains("Confusion matrix");
    assertThat(report.resolve("learning-curve.png")).isNotEmptyFile();
    assertThat(report.resolve("training.csv")).content().startsWith("epoch,");
    assertThat(Files.readAllLines(report.resolve("training.jsonl"))).hasSize(1);
  }

  @Test
  void resumeGoesOnFromTheCheckpointAndStartingOverItIsRefused() throws IOException {
    String checkpoint = folder.resolve("state").toString();
    Path whole = train("whole", "--epochs", "2");
    Path first = train("first", "--epochs", "2", "--checkpoint", checkpoint);
    assertThat(first).hasSameBinaryContentAs(whole);
    assertThat(run("again", "--epochs", "2", "--checkpoint", checkpoint).status()).isEqualTo(1);
    Path resumed = train("resumed", "--epochs", "2", "--checkpoint", checkpoint, "--resume");
    assertThat(resumed).hasSameBinaryContentAs(whole);
  }

  @Test
  void wrongChoicesAreRefusedBeforeAnyWorkAndNameWhatThereIs() {
    assertThat(run("x", "--schedule", "linear").err()).contains("one-cycle");
    assertThat(run("x", "--augment", "wild").err()).contains("affine");
    assertThat(run("x", "--optimizer", "lion").err()).contains("adamw");
    assertThat(run("x", "--schedule", "linear").status()).isEqualTo(2);
    assertThat(run("x", "--resume").status()).isEqualTo(2);
    assertThat(run("x", "--dropout", "1").status()).isEqualTo(2);
    assertThat(run("x", "--width", "0").status()).isEqualTo(2);
    assertThat(run("x", "--validation", "1000000").status()).isEqualTo(2);
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void dataThatAreMissingAreNeverReplacedByOthers() {
    String nowhere = folder.resolve("nowhere").toString();
    Cli.Outcome outcome = Cli.run("train", "--data", nowhere, "--out", folder + "/x");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).contains(nowhere, "--data synthetic");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  private Path train(String name, String... options) throws IOException {
    Cli.Outcome outcome = run(name, options);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out().lines()).hasSize(1);
    return folder.resolve(name);
  }

  private Cli.Outcome run(String name, String... options) {
    return Cli.run(arguments(name, options).toArray(String[]::new));
  }

  private List<String> arguments(String name, String... options) {
    List<String> arguments = new ArrayList<>();
    if (!List.of(options).contains("--epochs")) {
      arguments.addAll(List.of("--epochs", "1"));
    }
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--data", "synthetic", "--limit", "192", "--validation", "32"));
    arguments.add(0, "train");
    arguments.addAll(List.of("--out", folder.resolve(name).toString()));
    return arguments;
  }
}
