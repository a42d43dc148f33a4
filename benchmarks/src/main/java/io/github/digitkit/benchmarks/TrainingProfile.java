package io.github.digitkit.benchmarks;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.Kernels;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where the time of a training step goes, on one thread: every operation of the kernels by name
 * and, for convolutions, size. The rest is Adam, the loss and what holds the layers together.
 */
final class TrainingProfile {
  private static final int BATCH = 128;
  private static final int STEPS = 50;
  private static final double MICROSECOND = 1e3;
  private static final int SHOWN = 12;

  private final Kernels kernels;
  private final Map<String, Long> nanoseconds = new HashMap<>();

  TrainingProfile(Kernels kernels) {
    this.kernels = kernels;
  }

  void run(Consumer<Measurement> found) {
    Kernels timed =
        (Kernels)
            Proxy.newProxyInstance(
                Kernels.class.getClassLoader(),
                new Class<?>[] {Kernels.class},
                (proxy, method, arguments) -> time(method, arguments));
    try (RandomTraining training = new RandomTraining(timed, 1, BATCH)) {
      Stopwatch.time(training::step);
      nanoseconds.clear();
      long start = System.nanoTime();
      for (int step = 0; step < STEPS; step++) {
        training.step();
      }
      long whole = System.nanoTime() - start;
      report(whole, found);
    }
  }

  private Object time(Method method, Object[] arguments) throws Throwable {
    long start = System.nanoTime();
    try {
      return method.invoke(kernels, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      nanoseconds.merge(name(method, arguments), System.nanoTime() - start, Long::sum);
    }
  }

  private static String name(Method method, Object[] arguments) {
    if (arguments != null && arguments[0] instanceof Conv2DGeometry g) {
      return String.format(
          Locale.ROOT,
          "%s %dx%dx%d, %dx%d, %d",
          method.getName(),
          g.inputHeight(),
          g.inputWidth(),
          g.inputChannels(),
          g.kernelHeight(),
          g.kernelWidth(),
          g.outputChannels());
    }
    return method.getName();
  }

  private void report(long whole, Consumer<Measurement> found) {
    found.accept(sample("profile: whole step, one thread", whole));
    nanoseconds.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(SHOWN)
        .forEach(entry -> found.accept(sample("  " + entry.getKey(), entry.getValue())));
    long operations = nanoseconds.values().stream().mapToLong(Long::longValue).sum();
    found.accept(sample("  all that is no kernel", whole - operations));
  }

  private Measurement sample(String what, long nanoseconds) {
    double microseconds = nanoseconds / (MICROSECOND * STEPS * BATCH);
    return new Measurement(what, kernels.name(), microseconds, "us/sample");
  }
}
