package io.github.digitkit.benchmarks.opponents;

import io.github.digitkit.benchmarks.RandomTraining;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.framework.optimizers.Adam;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/** TensorFlow Java: the graph of a whole training step, made of TensorFlow's operations. */
final class TensorFlowLearner implements Learner {
  private static final int SIDE = 28;
  private static final int CLASSES = 10;
  private static final int FEW_FILTERS = 32;
  private static final int MANY_FILTERS = 64;
  private static final float DROPOUT_RATE = 0.4f;
  private static final float EPSILON = 1e-3f;
  private static final float MOMENTUM = 0.99f;
  private static final float LEARNING_RATE = 1e-3f;
  private static final float SMALL = 0.1f;

  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final List<FusedBatchNorm<TFloat32, TFloat32>> normalizations = new ArrayList<>();
  private final List<Op> movingAverages = new ArrayList<>();
  private final Placeholder<TFloat32> pictures;
  private final Placeholder<TFloat32> targets;
  private final Operand<TFloat32> loss;
  private final Op update;
  private final Session session;
  private final TFloat32 batchPictures;
  private final TFloat32 batchTargets;

  TensorFlowLearner(int threads, int batch, float[] values) {
    Shape images = Shape.of(batch, SIDE, SIDE, 1);
    Shape classes = Shape.of(batch, CLASSES);
    pictures = tf.placeholder(TFloat32.class, Placeholder.shape(images));
    targets = tf.placeholder(TFloat32.class, Placeholder.shape(classes));
    Operand<TFloat32> logits = network(batch);
    loss =
        tf.math.mean(tf.nn.softmaxCrossEntropyWithLogits(logits, targets).loss(), tf.constant(0));
    update = new Adam(graph, LEARNING_RATE).minimize(loss);
    // Only now, because the optimiser takes every variable that there is for a weight.
    for (FusedBatchNorm<TFloat32, TFloat32> normalization : normalizations) {
      int channels = Math.toIntExact(normalization.batchMean().shape().size());
      movingAverages.add(follow(constant(0, channels), normalization.batchMean()));
      movingAverages.add(follow(constant(1, channels), normalization.batchVariance()));
    }
    session =
        new Session(
            graph,
            ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(threads)
                .setInterOpParallelismThreads(1)
                .build());
    session.initialize();
    batchPictures = TFloat32.tensorOf(images, DataBuffers.of(values));
    float[] wanted = new float[batch * CLASSES];
    for (int i = 0; i < batch; i++) {
      wanted[i * CLASSES + RandomTraining.label(i)] = 1;
    }
    batchTargets = TFloat32.tensorOf(classes, DataBuffers.of(wanted));
  }

  private Operand<TFloat32> network(int batch) {
    Operand<TFloat32> x = convolution(pictures, 1, FEW_FILTERS, 3, 1);
    Operand<org.tensorflow.types.TInt32> two = tf.constant(new int[] {1, 2, 2, 1});
    x = tf.nn.maxPool(x, two, two, "VALID");
    x = normalization(convolution(x, FEW_FILTERS, FEW_FILTERS, 3, 1), FEW_FILTERS);
    x = normalization(convolution(x, FEW_FILTERS, FEW_FILTERS, 5, 2), FEW_FILTERS);
    x = dropout(x);
    x = normalization(convolution(x, FEW_FILTERS, MANY_FILTERS, 3, 1), MANY_FILTERS);
    x = normalization(convolution(x, MANY_FILTERS, MANY_FILTERS, 3, 1), MANY_FILTERS);
    x = normalization(convolution(x, MANY_FILTERS, MANY_FILTERS, 5, 2), MANY_FILTERS);
    x = dropout(x);
    x = dropout(tf.reshape(x, tf.constant(new int[] {batch, MANY_FILTERS})));
    Variable<TFloat32> kernel = weights(Shape.of(MANY_FILTERS, CLASSES));
    return tf.nn.biasAdd(tf.linalg.matMul(x, kernel), filled(0, CLASSES));
  }

  /** A stride of 2 comes with padding. */
  private Operand<TFloat32> convolution(
      Operand<TFloat32> x, int channels, int filters, int window, long stride) {
    Variable<TFloat32> kernel = weights(Shape.of(window, window, channels, filters));
    List<Long> strides = List.of(1L, stride, stride, 1L);
    Operand<TFloat32> y = tf.nn.conv2d(x, kernel, strides, stride == 1 ? "VALID" : "SAME");
    return tf.nn.relu(tf.nn.biasAdd(y, filled(0, filters)));
  }

  private Operand<TFloat32> normalization(Operand<TFloat32> x, int channels) {
    Operand<TFloat32> none = tf.constant(new float[0]);
    FusedBatchNorm<TFloat32, TFloat32> normalized =
        tf.nn.fusedBatchNorm(
            x,
            filled(1, channels),
            filled(0, channels),
            none,
            none,
            FusedBatchNorm.isTraining(true),
            FusedBatchNorm.epsilon(EPSILON));
    normalizations.add(normalized);
    return normalized.y();
  }

  private Op follow(Operand<TFloat32> first, Operand<TFloat32> value) {
    Variable<TFloat32> average = tf.variable(first);
    Operand<TFloat32> old = tf.math.mul(average, tf.constant(MOMENTUM));
    return tf.assign(average, tf.math.add(old, tf.math.mul(value, tf.constant(1 - MOMENTUM))));
  }

  private Operand<TFloat32> dropout(Operand<TFloat32> x) {
    Operand<TFloat32> random =
        tf.random.randomUniform(tf.constant(x.shape().asArray()), TFloat32.class);
    Operand<TFloat32> kept =
        tf.dtypes.cast(tf.math.greaterEqual(random, tf.constant(DROPOUT_RATE)), TFloat32.class);
    return tf.math.mul(x, tf.math.mul(kept, tf.constant(1 / (1 - DROPOUT_RATE))));
  }

  private Variable<TFloat32> weights(Shape shape) {
    Operand<TFloat32> normal =
        tf.random.truncatedNormal(tf.constant(shape.asArray()), TFloat32.class);
    return tf.variable(tf.math.mul(normal, tf.constant(SMALL)));
  }

  private Variable<TFloat32> filled(float value, int count) {
    return tf.variable(constant(value, count));
  }

  private Operand<TFloat32> constant(float value, int count) {
    float[] values = new float[count];
    java.util.Arrays.fill(values, value);
    return tf.constant(values);
  }

  @Override
  public String name() {
    return "TensorFlow Java";
  }

  private Session.Runner runner() {
    Session.Runner runner =
        session
            .runner()
            .feed(pictures, batchPictures)
            .feed(targets, batchTargets)
            .addTarget(update);
    movingAverages.forEach(runner::addTarget);
    return runner;
  }

  @Override
  public void step() {
    runner().run().close();
  }

  @Override
  public double loss() {
    try (Result result = runner().fetch(loss).run()) {
      return ((TFloat32) result.get(0)).getFloat();
    }
  }

  @Override
  public void close() {
    batchPictures.close();
    batchTargets.close();
    session.close();
    graph.close();
  }
}
