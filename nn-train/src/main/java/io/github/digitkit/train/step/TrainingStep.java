package io.github.digitkit.train.step;

import io.github.digitkit.nn.Sequential;
import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.kernel.Workspace;
import io.github.digitkit.nn.layer.ParameterSpec;
import io.github.digitkit.nn.tensor.Shape;
import io.github.digitkit.nn.tensor.Tensor;
import io.github.digitkit.train.loss.Loss;
import io.github.digitkit.train.loss.Targets;
import io.github.digitkit.train.parallel.WorkerTeam;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of training: pictures in, forward, loss, backward, weights changed. Every worker runs
 * the whole step over its own shards of the batch and meets the others where sums over the batch
 * are needed, so the result is the same bits on any number of workers. A warm step allocates
 * nothing.
 *
 * <p>Each layer has buffers of its own: workers are not in lock-step, one may be a layer ahead. Not
 * thread-safe: one step at a time.
 */
public final class TrainingStep {
  private final TrainingState state;
  private final WorkerTeam team;
  private final Loss loss;
  private final Targets targets;
  private final int classes;
  private final int largestBatch;

  private final Stage[] stages;
  private final WorkerContext[][] contexts;
  private final Tensor[] activations;
  private final Tensor[] gradients;
  private final List<float[]> parameterGradients = new ArrayList<>();
  private final int firstTrainable;
  private final WeightUpdate update;

  private final StepFrame frame = new StepFrame();
  private final int[] labels;
  private final float[] wanted;
  private final double[] lossSums = new double[Shards.MOST];
  private final int[] hits = new int[Shards.MOST];
  private final WorkerTeam.Task learning = this::learn;
  private final WorkerTeam.Task differentiation = this::differentiate;
  private BatchSource source = (worker, from, to, images, classOf) -> {};

  /**
   * Makes the buffers.
   *
   * @param state the network and its weights, which every step changes
   * @param objective what is made small
   * @param kernels what computes
   * @param team the workers; borrowed, not closed
   * @param largestBatch samples of the largest batch
   * @param seed of dropout
   */
  public TrainingStep(
      TrainingState state,
      Objective objective,
      Kernels kernels,
      WorkerTeam team,
      int largestBatch,
      long seed) {
    this.state = state;
    this.team = team;
    this.loss = objective.loss();
    this.targets = objective.targets();
    this.largestBatch = largestBatch;
    Sequential network = state.network().withoutFinalSoftmax();
    this.classes = network.outputShape().size();
    this.stages = Stage.of(network).toArray(Stage[]::new);
    this.activations = buffers(network, largestBatch);
    this.gradients = buffers(network, largestBatch);
    this.contexts = contexts(network, kernels, seed);
    this.firstTrainable = firstTrainable(network);
    this.update = new WeightUpdate(state, parameterGradients);
    this.labels = new int[largestBatch];
    this.wanted = new float[largestBatch * classes];
  }

  /**
   * What training makes small: a loss against targets.
   *
   * @param loss of the network's logits
   * @param targets what the outputs should be
   */
  public record Objective(Loss loss, Targets targets) {}

  /** The input and every stage's output, for a whole batch. */
  private Tensor[] buffers(Sequential network, int batch) {
    List<Shape> shapes = new ArrayList<>(List.of(network.inputShape()));
    for (Stage stage : stages) {
      shapes.add(stage.output());
    }
    return shapes.stream().map(shape -> Tensor.zeros(shape.batchOf(batch))).toArray(Tensor[]::new);
  }

  private WorkerContext[][] contexts(Sequential network, Kernels kernels, long seed) {
    List<Sequential.Node> nodes = network.nodes();
    WorkerContext[][] all = new WorkerContext[team.workers()][nodes.size()];
    Workspace[] workspaces = new Workspace[team.workers()];
    java.util.Arrays.setAll(workspaces, worker -> new Workspace());
    for (int i = 0; i < nodes.size(); i++) {
      List<ParameterSpec> specs = nodes.get(i).layer().parameters(nodes.get(i).input());
      NodeMemory memory = new NodeMemory(specs, state.parameters().ofNode(i));
      for (int p = 0; p < specs.size(); p++) {
        parameterGradients.add(memory.gradient(p));
      }
      for (int worker = 0; worker < all.length; worker++) {
        all[worker][i] =
            new WorkerContext(team, worker, i, memory, frame, kernels, workspaces[worker], seed);
      }
    }
    return all;
  }

  /** Below the first stage that learns nobody needs gradients. */
  private int firstTrainable(Sequential network) {
    List<Sequential.Node> nodes = network.nodes();
    for (int i = 0; i < stages.length; i++) {
      Sequential.Node node = nodes.get(stages[i].node());
      if (node.layer().parameters(node.input()).stream().anyMatch(ParameterSpec::trainable)) {
        return i;
      }
    }
    throw new IllegalArgumentException("the network has nothing to learn: " + network);
  }

  /**
   * Takes one step.
   *
   * @param batchSource where the pictures come from
   * @param batch how many
   * @param learningRate of this step
   * @throws RuntimeException the first failure of any worker; the weights are then of no use
   */
  public void run(BatchSource batchSource, int batch, double learningRate) {
    begin(batchSource, batch, learningRate);
    team.run(learning);
    state.countStep();
  }

  /** The gradients of one batch, without changing weights; see {@link #parameterGradients}. */
  void computeGradients(BatchSource batchSource, int batch) {
    begin(batchSource, batch, 0);
    parameterGradients.forEach(gradient -> java.util.Arrays.fill(gradient, 0));
    team.run(differentiation);
  }

  private void begin(BatchSource batchSource, int batch, double learningRate) {
    if (batch < 1 || batch > largestBatch) {
      throw new IllegalArgumentException("batch must be 1.." + largestBatch + ", got " + batch);
    }
    source = batchSource;
    frame.begin(batch, state.steps(), learningRate);
  }

  /** In the order of the state's arrays. */
  List<float[]> parameterGradients() {
    return parameterGradients;
  }

  /** Returns the mean loss of the last step's batch, before its weights changed. */
  public double meanLoss() {
    double sum = 0;
    for (int shard = 0; shard < frame.shards().count(); shard++) {
      sum += lossSums[shard];
    }
    return sum / frame.shards().batch();
  }

  /** Returns how many of the last step's samples had their highest output at their label. */
  public int correct() {
    int sum = 0;
    for (int shard = 0; shard < frame.shards().count(); shard++) {
      sum += hits[shard];
    }
    return sum;
  }

  private void learn(int worker) {
    differentiate(worker);
    team.barrier(); // a gradient is complete only when all have added to it
    update.apply(worker, team.workers(), frame.learningRate());
  }

  private void differentiate(int worker) {
    WorkerContext[] mine = contexts[worker];
    source.fill(worker, mine[0].from(), mine[0].to(), activations[0].array(), labels);
    for (int i = 0; i < stages.length; i++) {
      WorkerContext c = mine[stages[i].node()];
      stages[i].layer().forwardTraining(c, activations[i], activations[i + 1]);
    }
    evaluateLoss(mine[0]);
    team.barrier(); // what layers saved is complete; their sums may be used anew
    for (int i = stages.length - 1; i > firstTrainable; i--) {
      WorkerContext c = mine[stages[i].node()];
      stages[i]
          .layer()
          .backward(c, activations[i], activations[i + 1], gradients[i + 1], gradients[i]);
    }
    Stage first = stages[firstTrainable];
    first
        .layer()
        .backwardParameters(
            mine[first.node()],
            activations[firstTrainable],
            activations[firstTrainable + 1],
            gradients[firstTrainable + 1]);
  }

  private void evaluateLoss(WorkerContext c) {
    float[] logits = activations[stages.length].array();
    float[] gradient = gradients[stages.length].array();
    float weight = 1f / c.batch();
    targets.write(activations[0].array(), labels, classes, c.from(), c.to(), wanted);
    for (int shard = c.firstShard(); shard < c.endShard(); shard++) {
      int from = c.shardStart(shard);
      int to = c.shardStart(shard + 1);
      lossSums[shard] = loss.evaluate(logits, wanted, classes, from, to, weight, gradient);
      hits[shard] = countHits(logits, from, to);
    }
  }

  private int countHits(float[] logits, int from, int to) {
    int count = 0;
    for (int sample = from; sample < to; sample++) {
      int best = 0;
      for (int k = 1; k < classes; k++) {
        if (logits[sample * classes + k] > logits[sample * classes + best]) {
          best = k;
        }
      }
      if (best == labels[sample]) {
        count++;
      }
    }
    return count;
  }
}
