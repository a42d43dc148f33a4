package io.github.digitkit.recognizer;

import io.github.digitkit.recognizer.image.GrayImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The answer for one picture. It always carries the best digit; whether to rely on it says {@link
 * #rejected}. Immutable.
 *
 * @param digit the most probable digit, 0 to 9
 * @param confidence its probability, 0 to 1
 * @param probabilities of the digits 0 to 9, calibrated; what their sum lacks to 1 is the
 *     probability that the picture shows no digit
 * @param rejected why the answer should not be relied on; empty if it may be
 * @param seen the 28x28 picture that the network saw, light ink on black: where an answer is wrong,
 *     look at this first
 */
public record Recognition(
    int digit,
    double confidence,
    List<Double> probabilities,
    Optional<RejectReason> rejected,
    GrayImage seen) {

  /** Copies the list. */
  public Recognition {
    probabilities = List.copyOf(probabilities);
  }

  /** Returns whether the answer may be relied on. */
  public boolean accepted() {
    return rejected.isEmpty();
  }

  /**
   * @param count how many digits, 0 to 10
   * @return the most probable digits, best first
   */
  public List<Integer> top(int count) {
    return IntStream.range(0, probabilities.size())
        .boxed()
        .sorted(Comparator.comparing(probabilities::get, Comparator.reverseOrder()))
        .limit(count)
        .toList();
  }
}
