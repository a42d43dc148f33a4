package io.github.digitkit.train.step;

import io.github.digitkit.nn.Parameters;
import io.github.digitkit.nn.Sequential;
import io.github.digitkit.nn.layer.ParameterSpec;
import io.github.digitkit.train.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that changes while a network learns: weights, what the optimiser remembers, the running
 * average of the weights, and the number of steps taken. Belongs to one training run; not
 * thread-safe.
 */
public final class TrainingState {
  private final Sequential network;
  private final Parameters parameters;
  private final Parameters average;
  private final double averageDecay;
  private final Optimizer optimizer;
  private final List<LearnedArray> arrays = new ArrayList<>();
  private long steps;

  /**
   * The state before the first step.
   *
   * @param network the architecture
   * @param initial first values of the weights. Not modified; copied.
   * @param optimizer how gradients change weights
   * @param averageDecay weight of the old value in the running average of the weights, 0 to 1; 0
   *     for no averaging
   */
  public TrainingState(
      Sequential network, Parameters initial, Optimizer optimizer, double averageDecay) {
    if (!(averageDecay >= 0 && averageDecay < 1)) {
      throw new IllegalArgumentException(
          "decay of the weights' average must be in [0, 1), got " + averageDecay);
    }
    this.network = network;
    this.parameters = initial.copy(network);
    this.average = averageDecay > 0 ? initial.copy(network) : parameters;
    this.averageDecay = averageDecay;
    this.optimizer = optimizer;
    for (Sequential.Node node : network.nodes()) {
      for (ParameterSpec spec : node.layer().parameters(node.input())) {
        arrays.add(learnedArray(Parameters.name(node, spec), spec.trainable()));
      }
    }
  }

  private LearnedArray learnedArray(String name, boolean trainable) {
    float[] weights = parameters.get(name).array();
    int remembered = trainable ? optimizer.stateArrays() : 0;
    return new LearnedArray(
        name, trainable, weights, new float[remembered][weights.length], average.get(name).array());
  }

  /**
   * One array of weights and what goes with it.
   *
   * @param average the same array as {@code weights} if nothing is averaged
   */
  @SuppressWarnings("ArrayRecordComponent") // names for arrays; never compared
  record LearnedArray(
      String name, boolean trainable, float[] weights, float[][] remembered, float[] average) {}

  /** Returns the architecture. */
  public Sequential network() {
    return network;
  }

  /** Returns the weights themselves, not a copy. */
  public Parameters parameters() {
    return parameters;
  }

  /** Returns the weights to predict with: their running average if there is one. Not a copy. */
  public Parameters predictionParameters() {
    return average;
  }

  /** Returns how many steps have been taken. */
  public long steps() {
    return steps;
  }

  /** Says how many steps have been taken: for a run that continues. */
  public void resumeAt(long takenSteps) {
    steps = takenSteps;
  }

  /**
   * Everything that must be kept to continue, by name; the arrays themselves, not copies, so
   * reading them back in restores the state.
   */
  public Map<String, float[]> arraysByName() {
    Map<String, float[]> byName = new LinkedHashMap<>();
    for (LearnedArray array : arrays) {
      byName.put("weights/" + array.name(), array.weights());
      for (int i = 0; i < array.remembered().length; i++) {
        byName.put("optimizer/" + i + "/" + array.name(), array.remembered()[i]);
      }
      if (averageDecay > 0) {
        byName.put("average/" + array.name(), array.average());
      }
    }
    return byName;
  }

  List<LearnedArray> arrays() {
    return arrays;
  }

  Optimizer optimizer() {
    return optimizer;
  }

  double averageDecay() {
    return averageDecay;
  }

  void countStep() {
    steps++;
  }
}
