package io.github.digitkit.cli.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.digitkit.recognizer.LocatedDigit;
import io.github.digitkit.recognizer.NumberReading;
import io.github.digitkit.recognizer.Recognition;
import io.github.digitkit.recognizer.image.Box;
import io.github.digitkit.recognizer.image.GrayImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeTest {
  @TempDir Path folder;

  @Test
  void doubtfulRowsAreLeftOutAndBrokenOnesNamed() throws IOException {
    Path file = folder.resolve(PictureIndex.FILE);
    Files.writeString(file, "file,label,check\na.png,1,ok\nb.png,2,ambiguous\n");
    assertThat(PictureIndex.read(folder).rows()).hasSize(1);
    Files.writeString(file, "file,label\na.png\n");
    assertThatThrownBy(() -> PictureIndex.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 2: expected 2 fields, got 1");
  }

  @Test
  void findsSetsOneLevelBelow() throws IOException {
    assertThatThrownBy(() -> Judge.sets(folder)).hasMessageContaining("no index.csv");
    Path set = Files.createDirectory(folder.resolve("set"));
    Files.writeString(set.resolve(PictureIndex.FILE), "file,label\n");
    assertThat(Judge.sets(folder)).containsExactly(set);
    assertThat(Judge.sets(set)).containsExactly(set);
  }

  @Test
  void countsRightRefusedAndWronglyAccepted() {
    Tally tally = new Tally("set");
    tally.add("a", "1", "1", 1.0, true);
    tally.add("b", "2", "2", 0.4, false);
    tally.add("c", "3", "8", 0.9, true);
    tally.addNonDigit("d", "4", 0.8, true);
    SetResult result = tally.result();
    assertThat(result.rightShare()).isEqualTo(0.5);
    assertThat(result.refusedShare()).isEqualTo(0.25);
    assertThat(result.rightOfAccepted()).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(result.wronglyAcceptedShare()).isEqualTo(0.5);
    assertThat(result.calibrationError()).isCloseTo((0 + 0.6 + 0.9) / 3, within(1e-9));
    assertThat(result.mistakes()).extracting(SetResult.Mistake::file).containsExactly("c", "d");
    assertThat(JudgeTable.of(List.of(result)).lines().toList().get(1)).contains("50.0", "25.0");
  }

  @Test
  void errorsRemainAmongTheMostConfident() {
    Tally tally = new Tally("set");
    for (int i = 0; i < 10; i++) {
      boolean wrong = i == 3 || i == 9;
      tally.add("file" + i, "1", wrong ? "7" : "1", i == 3 ? 0.1 : 0.9, true);
    }
    SetResult result = tally.result();
    assertThat(result.errorsOfMost()).isCloseTo(1 / 9.0, within(1e-9));
    assertThat(result.errorsOfMany()).isZero();
    assertThat(new Tally("empty").result().errorsOfMost()).isNaN();
  }

  @Test
  void everyWriterCountsTheSame() throws IOException {
    Tally tally = new Tally("set");
    tally.addToWriter("anna", true);
    tally.addToWriter("anna", true);
    tally.addToWriter("anna", true);
    tally.addToWriter("bo", false);
    assertThat(tally.result().rightByWriter()).isEqualTo(0.5);
    assertThat(new Tally("of nobody").result().rightByWriter()).isNaN();
    Files.writeString(folder.resolve(PictureIndex.FILE), "file,label,writer\na.png,1,anna\n");
    PictureIndex index = PictureIndex.read(folder);
    assertThat(index.writer(index.rows().get(0))).contains("anna");
    assertThat(index.writer(Map.of("file", "a.png"))).isEmpty();
  }

  @Test
  void pagesAreComparedCellByCell() {
    Map<String, String> row = Map.of("text", "1./.2", GridTruth.CORNERS, "0:0 100:0 100:100 0:100");
    NumberReading page = new NumberReading("13", 1, List.of(digit(1, 20, 20), digit(3, 70, 20)));
    Tally tally = new Tally("pages");
    GridTruth.of(row).compare("page", page, tally);
    SetResult result = tally.result();
    assertThat(result.pictures()).isEqualTo(3);
    assertThat(result.right()).isEqualTo(1);
    assertThat(result.refused()).isEqualTo(1);
    assertThat(result.wronglyAccepted()).isEqualTo(1);
  }

  private static LocatedDigit digit(int digit, int x, int y) {
    GrayImage seen = GrayImage.of(28, 28, new byte[784]);
    List<Double> probabilities = List.of(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
    Recognition answer = new Recognition(digit, 0.9, probabilities, Optional.empty(), seen);
    return new LocatedDigit(answer, new Box(x, y, 10, 10), 0);
  }
}
