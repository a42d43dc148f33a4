package io.github.digitkit.train.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.digitkit.nn.Parameters;
import io.github.digitkit.nn.Sequential;
import io.github.digitkit.nn.layer.Activation;
import io.github.digitkit.nn.layer.Conv2D;
import io.github.digitkit.nn.layer.Dense;
import io.github.digitkit.nn.layer.Dropout;
import io.github.digitkit.nn.layer.Flatten;
import io.github.digitkit.nn.layer.MaxPooling2D;
import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.train.loss.CategoricalCrossEntropy;
import io.github.digitkit.train.loss.SmoothedLabels;
import io.github.digitkit.train.optimizer.Adam;
import io.github.digitkit.train.parallel.WorkerTeam;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What a kernel allocates is for the tests of kernels; the step itself must allocate nothing. */
class StepAllocationTest {
  private static final int BATCH = 32;
  private static final int STEPS = 100;
  private static final int ROUNDS = 100;
  private static final long BYTES = 64;

  @Test
  void aWarmStepAllocatesNothingOnAnyThread() {
    Sequential network =
        Sequential.builder(Shape.of(12, 12, 1))
            .add(Conv2D.of(8, 3).activation(Activation.RELU))
            .add(MaxPooling2D.of(2))
            .addBatchNormalization()
            .add(new Dropout(0.4f))
            .add(new Flatten())
            .add(Dense.of(10).activation(Activation.SOFTMAX))
            .build();
    TrainingState state =
        new TrainingState(network, Parameters.initialized(network, 1), Adam.defaults(), 0.99);
    try (WorkerTeam team = new WorkerTeam(2)) {
      TrainingStep step =
          new TrainingStep(
              state,
              new TrainingStep.Objective(new CategoricalCrossEntropy(), SmoothedLabels.oneHot()),
              new IdleKernels(),
              team,
              BATCH,
              1);
      BatchSource source = (worker, from, to, images, labels) -> {};
      long[] workers = workerIds();
      long perStep = Long.MAX_VALUE;
      // The first rounds load classes and run before the compiler has been there: on a busy machine
      // it comes late.
      for (int round = 0; round < ROUNDS && perStep >= BYTES; round++) {
        long before = allocatedBy(workers);
        for (int i = 0; i < STEPS; i++) {
          step.run(source, BATCH, 1e-3);
        }
        perStep = Math.min(perStep, (allocatedBy(workers) - before) / STEPS);
      }
      assertThat(perStep).as("bytes a step").isLessThan(BYTES);
    }
  }

  private static long[] workerIds() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            thread ->
                thread.getName().startsWith("digitkit-train-") || thread == Thread.currentThread())
        .mapToLong(Thread::getId)
        .toArray();
  }

  private static long allocatedBy(long[] threadIds) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = 0;
    for (long id : threadIds) {
      bytes += threads.getThreadAllocatedBytes(id);
    }
    return bytes;
  }
}
