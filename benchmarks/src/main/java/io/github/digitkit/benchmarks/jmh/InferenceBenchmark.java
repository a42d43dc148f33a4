package io.github.digitkit.benchmarks.jmh;

import io.github.digitkit.nn.DigitNetworks;
import io.github.digitkit.nn.Model;
import io.github.digitkit.nn.Parameters;
import io.github.digitkit.nn.Sequential;
import io.github.digitkit.nn.kernel.Kernels;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Prediction with the report's network: latency of one picture, throughput of many. */
@State(Scope.Benchmark)
public class InferenceBenchmark {
  private static final int BATCH = 256;

  /** The network's shares must add to 1 within this. */
  private static final double TOLERANCE = 1e-5;

  /** Which kernels. */
  @Param({"plain", "vector"})
  public String kernels = "plain";

  private Model model = model("plain");
  private final float[] pictures = new Numbers().upTo1(BATCH * model.inputSize());
  private final float[] shares = new float[BATCH * model.classes()];

  private static Model model(String kernels) {
    Sequential network = DigitNetworks.report();
    Parameters parameters = Parameters.initialized(network, 1);
    return Model.of(network, parameters, Map.of()).withKernels(Kernels.named(kernels));
  }

  /** Makes the model and looks at its answers. */
  @Setup
  public void prepare() {
    model = model(kernels);
    float[] expected = new float[shares.length];
    model("ejml").predict(pictures, BATCH, expected);
    model.predict(pictures, BATCH, shares);
    for (int i = 0; i < shares.length; i++) {
      if (!(Math.abs(shares[i] - expected[i]) <= TOLERANCE)) {
        throw new IllegalStateException("output " + i + ": " + shares[i] + ", not " + expected[i]);
      }
    }
  }

  /** One picture; every call's time is kept, for percentiles. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public float[] one() {
    model.predict(pictures, 1, shares);
    return shares;
  }

  /** Pictures a second, one thread. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OperationsPerInvocation(BATCH)
  public float[] many() {
    model.predict(pictures, BATCH, shares);
    return shares;
  }

  /** Pictures a second, all processors. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OperationsPerInvocation(BATCH)
  public float[] manyInParallel() {
    model.predictInParallel(pictures, BATCH, shares);
    return shares;
  }
}
