package io.github.digitkit.cli.study;

import io.github.digitkit.train.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Digits of a data set, chosen by chance to make a number.
 *
 * @param text what they show
 * @param sheets their pictures, from left to right
 */
record ChosenDigits(String text, List<InkSheet> sheets) {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 7;

  /** Two to seven digits. */
  static ChosenDigits of(Dataset digits, SplittableRandom random) {
    List<InkSheet> sheets = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(SHORTEST, LONGEST + 1);
    for (int k = 0; k < length; k++) {
      int digit = random.nextInt(digits.size());
      sheets.add(InkSheet.of(digits, digit));
      text.append(digits.label(digit));
    }
    return new ChosenDigits(text.toString(), sheets);
  }
}
