package io.github.digitkit.nn;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PredictionAllocationTest {
  private static final int CALLS = 20;
  private static final int ROUNDS = 200;
  private static final long BYTES = 64;

  @Test
  void aWarmPredictionAllocatesNothing() {
    Sequential network = DigitNetworks.report();
    Model model = Model.of(network, Parameters.initialized(network, 1), Map.of());
    float[] picture = new float[model.inputSize()];
    float[] probabilities = new float[model.classes()];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long perCall = Long.MAX_VALUE;
    // The first rounds run before the compiler has been there.
    for (int round = 0; round < ROUNDS && perCall >= BYTES; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int call = 0; call < CALLS; call++) {
        model.predict(picture, 1, probabilities);
      }
      perCall = Math.min(perCall, (threads.getCurrentThreadAllocatedBytes() - before) / CALLS);
    }
    assertThat(perCall).as("bytes a prediction").isLessThan(BYTES);
  }
}
