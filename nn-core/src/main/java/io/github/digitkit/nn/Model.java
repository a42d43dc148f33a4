package io.github.digitkit.nn;

import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.kernel.Workspace;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * A trained network: architecture, weights and provenance, ready to predict. Immutable; safe for
 * use by many threads, which share it without locks. A prediction allocates nothing once warm.
 */
public final class Model implements Classifier {
  /** Samples that go through the network together: few enough to stay in the cache. */
  private static final int CHUNK = 16;

  /** Scratch memory that is kept for the next prediction; more threads than this make new. */
  private static final int POOLED = 16;

  private final Sequential network;
  private final Parameters parameters;
  private final Map<String, String> metadata;
  private final Kernels kernels;
  private final InferencePlan plan;
  private final InferencePlan logitsPlan;
  private final AtomicReferenceArray<Scratch> pool = new AtomicReferenceArray<>(POOLED);

  private Model(
      Sequential network, Parameters owned, Map<String, String> metadata, Kernels kernels) {
    this.network = network;
    this.parameters = owned;
    this.metadata = metadata;
    this.kernels = kernels;
    this.logitsPlan = InferencePlan.of(network.withoutFinalSoftmax(), owned, kernels);
    this.plan = InferencePlan.of(network, owned, kernels);
  }

  /**
   * A model on the best kernels of this JVM.
   *
   * @param network the architecture
   * @param parameters its weights; copied
   * @param metadata provenance by name, see {@link ModelFile}; copied
   * @return the model
   */
  public static Model of(Sequential network, Parameters parameters, Map<String, String> metadata) {
    return new Model(
        network,
        parameters.copy(network),
        Collections.unmodifiableMap(new LinkedHashMap<>(metadata)),
        Kernels.best());
  }

  /** Returns the same model on other kernels; weights are shared. */
  public Model withKernels(Kernels other) {
    return new Model(network, parameters, metadata, other);
  }

  /** Returns the same model with other provenance; weights are shared. */
  public Model withMetadata(Map<String, String> other) {
    return new Model(
        network, parameters, Collections.unmodifiableMap(new LinkedHashMap<>(other)), kernels);
  }

  /**
   * The first part of this model, for example to look at a layer's activations.
   *
   * @param layer the last layer that is kept
   * @return a model whose outputs are that layer's
   * @throws IllegalArgumentException if there is no such layer; names those there are
   */
  public Model upTo(String layer) {
    Sequential part = network.upTo(layer);
    return new Model(part, parameters.copy(part), metadata, kernels);
  }

  /** Returns the architecture. */
  public Sequential network() {
    return network;
  }

  /** Returns a copy of the weights. */
  public Parameters parameters() {
    return parameters.copy(network);
  }

  /** Returns the provenance by name; cannot be changed. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** Returns the kernels that compute. */
  public Kernels kernels() {
    return kernels;
  }

  @Override
  public int inputSize() {
    return plan.inputSize();
  }

  @Override
  public int classes() {
    return network.outputShape().size();
  }

  @Override
  public void predict(float[] samples, int count, float[] probabilities) {
    run(plan, samples, count, probabilities);
  }

  /**
   * Like {@link #predict}, but without the softmax at the network's end.
   *
   * @param samples {@code count} samples, one after the other. Not modified.
   * @param count the number of samples
   * @param logits {@code (count, classes)}. Overwritten.
   */
  public void logits(float[] samples, int count, float[] logits) {
    run(logitsPlan, samples, count, logits);
  }

  /**
   * Like {@link #logits}, with the samples split over the threads of the common pool; the same
   * bits.
   *
   * @param samples {@code count} samples, one after the other. Not modified.
   * @param count the number of samples
   * @param logits {@code (count, classes)}. Overwritten.
   */
  public void logitsInParallel(float[] samples, int count, float[] logits) {
    runInParallel(logitsPlan, samples, count, logits);
  }

  /**
   * Like {@link #predict}, with the samples split over the threads of the common pool; the same
   * bits.
   *
   * @param samples {@code count} samples, one after the other. Not modified.
   * @param count the number of samples
   * @param probabilities {@code (count, classes)}. Overwritten.
   */
  public void predictInParallel(float[] samples, int count, float[] probabilities) {
    runInParallel(plan, samples, count, probabilities);
  }

  private void runInParallel(InferencePlan steps, float[] samples, int count, float[] outputs) {
    check(samples, count, outputs);
    IntStream.range(0, (count + CHUNK - 1) / CHUNK)
        .parallel()
        .forEach(
            chunk -> {
              Scratch scratch = borrow();
              try {
                int from = chunk * CHUNK;
                scratch.run(steps, samples, from, Math.min(CHUNK, count - from), outputs);
              } finally {
                giveBack(scratch);
              }
            });
  }

  private void run(InferencePlan steps, float[] samples, int count, float[] outputs) {
    check(samples, count, outputs);
    Scratch scratch = borrow();
    try {
      for (int from = 0; from < count; from += CHUNK) {
        scratch.run(steps, samples, from, Math.min(CHUNK, count - from), outputs);
      }
    } finally {
      giveBack(scratch);
    }
  }

  private void check(float[] samples, int count, float[] outputs) {
    if (count < 0 || samples.length < (long) count * inputSize()) {
      throw new IllegalArgumentException(
          count
              + " samples of "
              + inputSize()
              + " floats expected, but the array has "
              + samples.length);
    }
    if (outputs.length < (long) count * classes()) {
      throw new IllegalArgumentException(
          "room for "
              + count
              + " x "
              + classes()
              + " outputs expected, but the array has "
              + outputs.length);
    }
  }

  private Scratch borrow() {
    for (int i = 0; i < POOLED; i++) {
      Scratch scratch = pool.getAndSet(i, null);
      if (scratch != null) {
        return scratch;
      }
    }
    return new Scratch(CHUNK * plan.largestActivation());
  }

  private void giveBack(Scratch scratch) {
    for (int i = 0; i < POOLED; i++) {
      if (pool.compareAndSet(i, null, scratch)) {
        return;
      }
    }
  }

  @Override
  public String toString() {
    return "Model" + network.inputShape() + " -> " + network.outputShape();
  }

  /** The buffers of one prediction under way. */
  private static final class Scratch {
    private final Workspace workspace = new Workspace();
    private final float[] first;
    private final float[] second;

    Scratch(int size) {
      first = new float[size];
      second = new float[size];
    }

    void run(InferencePlan plan, float[] samples, int from, int count, float[] outputs) {
      float[] x = first;
      float[] y = second;
      int size = plan.inputSize();
      System.arraycopy(samples, from * size, x, 0, count * size);
      for (int i = 0; i < plan.steps().size(); i++) {
        InferencePlan.Step step = plan.steps().get(i);
        step.operation().apply(x, y, 0, count, workspace);
        size = step.outputSize();
        float[] swapped = x;
        x = y;
        y = swapped;
      }
      System.arraycopy(x, 0, outputs, from * size, count * size);
    }
  }
}
