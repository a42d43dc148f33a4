package io.github.digitkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  @TempDir private Path folder;
  private String model = "";

  @BeforeEach
  void prepare() throws IOException {
    model = Models.untrained(folder.resolve("model.safetensors")).toString();
  }

  @Test
  void jsonHasEveryFigureAndTheConfusionMatrixCountsEveryPicture() {
    Cli.Outcome outcome =
        Cli.run("evaluate", "--data", "synthetic", "--model", model, "--limit", "200", "--json");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out().lines())
        .singleElement()
        .asString()
        .startsWith("{\"samples\":")
        .contains("\"accuracy\":", "\"accuracy_95\":", "\"loss\":", "\"ece\":")
        .contains("\"recall\":", "\"specificity\":", "\"precision\":", "\"f1\":");
    assertThat(sumOfConfusion(outcome.out())).isEqualTo(200);
  }

  @Test
  void textShowsTheMatrixAndALineForEachClass() {
    Cli.Outcome outcome =
        Cli.run("evaluate", "--data", "synthetic", "--model", model, "--limit", "50");
    assertThat(outcome.out()).containsIgnoringCase("accuracy").contains("95", "specificity");
    assertThat(outcome.out().lines().filter(line -> line.matches(" *\\d .*"))).hasSize(10);
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    String[] options = {"--data", "synthetic", "--model", model, "--limit", "300", "--json"};
    assertThat(evaluate("1", options)).isEqualTo(evaluate("2", options));
  }

  @Test
  void viewsAreAveragedAndTooManyAreRefused() {
    String[] options = {"--data", "synthetic", "--model", model, "--limit", "50", "--json"};
    assertThat(evaluate("2", options)).isNotEqualTo(evaluate("2", with(options, "--views", "7")));
    assertThat(Cli.run(with(options, "--views", "8")).err()).contains("views must be 1 to 7");
  }

  @Test
  void damagedDataAreAFailureThatNamesTheFile() throws IOException {
    Path images = Files.write(folder.resolve("t10k-images-idx3-ubyte"), new byte[] {0, 0, 8, 3, 0});
    Files.write(folder.resolve("t10k-labels-idx1-ubyte"), new byte[] {0, 0, 8, 1, 0, 0, 0, 0});
    Cli.Outcome outcome = Cli.run("evaluate", "--data", folder.toString(), "--model", model);
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains(images.toString());
  }

  @Test
  void anUnknownSplitIsWrongUsage() {
    assertThat(Cli.run("evaluate", "--split", "validation").status()).isEqualTo(2);
  }

  private static String evaluate(String threads, String... options) {
    return Cli.run(with(options, "--threads", threads)).out();
  }

  private static String[] with(String[] options, String... more) {
    return Stream.of(new String[] {"evaluate"}, options, more)
        .flatMap(Stream::of)
        .toArray(String[]::new);
  }

  private static int sumOfConfusion(String json) {
    int from = json.indexOf("\"confusion_matrix\":");
    Matcher numbers = Pattern.compile("\\d+").matcher(json.substring(from, json.indexOf("]]")));
    return numbers.results().mapToInt(match -> Integer.parseInt(match.group())).sum();
  }
}
