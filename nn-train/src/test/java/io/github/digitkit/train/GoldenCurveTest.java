package io.github.digitkit.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.train.data.Dataset;
import io.github.digitkit.train.data.synthetic.SyntheticDigits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Ten steps of the report's network, whose losses may not move: whatever changes them changes what
 * every user's training gives. Kernels may sum in another order, which moves the sixth digit, so
 * the tolerance is one in ten thousand; equality to the bit is for one kernel and any threads.
 */
class GoldenCurveTest {
  private static final double[] GOLDEN = {
    3.693930, 3.628999, 3.691745, 3.646700, 3.129046, 3.796688, 3.930868, 3.669039, 4.327919,
    3.240439
  };

  private static List<Double> losses(int threads) throws IOException {
    Dataset digits = SyntheticDigits.balanced(160, 11);
    List<Double> sums = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void stepDone(int epoch, int step, double loss, double accuracy) {
            sums.add(loss * step);
          }
        };
    TrainingSettings settings =
        TrainingSettings.defaults().withEpochs(1).withBatchSize(16).withSeed(5);
    try (Trainer trainer =
        Trainer.builder(DigitNetworks.report())
            .settings(settings)
            .kernels(Kernels.named("plain"))
            .threads(threads)
            .listener(listener)
            .build()) {
      trainer.fit(digits);
    }
    List<Double> losses = new ArrayList<>();
    for (int i = 0; i < sums.size(); i++) {
      losses.add(sums.get(i) - (i == 0 ? 0 : sums.get(i - 1)));
    }
    return losses;
  }

  @Test
  void theFirstTenLossesAreTheGoldenOnes() throws IOException {
    List<Double> losses = losses(2);
    assertThat(losses).hasSize(GOLDEN.length);
    for (int i = 0; i < GOLDEN.length; i++) {
      assertThat(losses.get(i))
          .as("step %d of %s", i + 1, losses)
          .isCloseTo(GOLDEN[i], within(1e-4 * GOLDEN[i]));
    }
  }

  @Test
  void theReportsNetworkGivesTheSameBitsOnAnyNumberOfThreads() throws IOException {
    assertThat(losses(3)).isEqualTo(losses(1));
  }
}
