package io.github.digitkit.cli.study;

import io.github.digitkit.recognizer.DigitRecognizer;
import io.github.digitkit.recognizer.image.ImageDecoder;
import io.github.digitkit.train.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Writes numbers of a data set's digits on every kind of page, has all digits of the pages read,
 * and counts. Immutable; safe for use by many threads.
 */
public final class PageStudy {
  private static final int FEWEST_LINES = 3;
  private static final int MOST_LINES = 7;

  /** Gaps between digits, in their heights. */
  private static final double NEAR = 0.06;

  private static final double FAR = 0.3;

  private final DigitRecognizer recognizer;
  private final Dataset digits;
  private final ImageDecoder decoder = new ImageDecoder();
  private final int count;
  private final long seed;
  private final @Nullable Path samples;

  /**
   * @param digits 28x28, to choose from
   * @param count pages of each kind
   * @param seed of what is chosen and drawn
   * @param samples a folder for the misread pages, named by what they show; null for none
   */
  public PageStudy(
      DigitRecognizer recognizer, Dataset digits, int count, long seed, @Nullable Path samples) {
    this.recognizer = recognizer;
    this.digits = digits;
    this.count = count;
    this.seed = seed;
    this.samples = samples;
  }

  /** The names of all kinds. */
  public static List<String> kinds() {
    return PageKinds.all().stream().map(kind -> "page: " + kind.name()).toList();
  }

  /**
   * Studies one kind.
   *
   * @param kind its index in {@link #kinds}
   * @param format of the encoded pictures, png or jpeg
   */
  public PageResult study(int kind, String format) throws IOException {
    PageKind drawn = PageKinds.all().get(kind);
    int right = 0;
    int all = 0;
    int found = 0;
    int wrong = 0;
    for (int i = 0; i < count; i++) {
      Page page = draw(drawn, i, format);
      String read = recognizer.readAll(decoder.decode(page.picture())).text().replace("\n", "");
      int common = longestCommon(page.text(), read);
      all += page.text().length();
      found += common;
      wrong += read.length() - common;
      right += read.equals(page.text()) ? 1 : 0;
      if (samples != null && !read.equals(page.text())) {
        Files.createDirectories(samples);
        String name = "%02d-%04d-%s-read-%s.%s".formatted(kind, i, page.text(), read, format);
        Files.write(samples.resolve(name), page.picture());
      }
    }
    return new PageResult(drawn.name(), count, right, all, found, wrong);
  }

  /**
   * A page as a file.
   *
   * @param text all its digits in reading order
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Page(String text, byte[] picture) {}

  private Page draw(PageKind kind, int index, String format) throws IOException {
    SplittableRandom random = new SplittableRandom(seed * count + index);
    List<InkSheet> lines = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int lineCount = random.nextInt(FEWEST_LINES, MOST_LINES + 1);
    while (lines.size() < lineCount) {
      ChosenDigits chosen = ChosenDigits.of(digits, random);
      lines.add(new Writing(random, 1).digits(chosen.sheets(), NEAR, FAR).ink());
      text.append(chosen.text());
    }
    return new Page(text.toString(), EncodedPicture.of(kind.maker().draw(lines, random), format));
  }

  /** Length of the longest text that both hold in order, perhaps with others between. */
  static int longestCommon(CharSequence one, CharSequence other) {
    int[] above = new int[other.length() + 1];
    for (int i = 0; i < one.length(); i++) {
      int[] row = new int[other.length() + 1];
      for (int k = 0; k < other.length(); k++) {
        row[k + 1] =
            one.charAt(i) == other.charAt(k) ? above[k] + 1 : Math.max(row[k], above[k + 1]);
      }
      above = row;
    }
    return above[other.length()];
  }
}
