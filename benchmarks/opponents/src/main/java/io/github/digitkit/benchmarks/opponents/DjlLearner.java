package io.github.digitkit.benchmarks.opponents;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.github.digitkit.benchmarks.RandomTraining;

/**
 * DJL with PyTorch. Its padding is the same on both sides: the last convolution, whose input is
 * 2x2, has the same four products under other places of its window.
 */
final class DjlLearner implements Learner {
  private static final int SIDE = 28;
  private static final int CLASSES = 10;
  private static final int FEW_FILTERS = 32;
  private static final int MANY_FILTERS = 64;
  private static final float DROPOUT_RATE = 0.4f;
  private static final float EPSILON = 1e-3f;
  private static final float MOMENTUM = 0.99f;
  private static final float LEARNING_RATE = 1e-3f;

  private final int batch;
  private final float[] pictures;
  private final float[] labels;
  private final Model model = Model.newInstance("report", "PyTorch");
  private final Loss objective = Loss.softmaxCrossEntropyLoss();
  private final Trainer trainer;

  DjlLearner(int batch, float[] pictures) {
    this.batch = batch;
    this.pictures = pictures;
    this.labels = new float[batch];
    for (int i = 0; i < batch; i++) {
      labels[i] = RandomTraining.label(i);
    }
    model.setBlock(network());
    Optimizer adam = Optimizer.adam().optLearningRateTracker(Tracker.fixed(LEARNING_RATE)).build();
    this.trainer =
        model.newTrainer(
            new DefaultTrainingConfig(objective)
                .optOptimizer(adam)
                .optDevices(new Device[] {Device.cpu()}));
    trainer.initialize(shape());
  }

  private Shape shape() {
    return new Shape(batch, 1, SIDE, SIDE);
  }

  private static SequentialBlock network() {
    SequentialBlock block = new SequentialBlock();
    convolution(block, FEW_FILTERS, 3, 1);
    block.add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)));
    convolution(block, FEW_FILTERS, 3, 1);
    normalization(block);
    convolution(block, FEW_FILTERS, 5, 2);
    normalization(block);
    dropout(block);
    convolution(block, MANY_FILTERS, 3, 1);
    normalization(block);
    convolution(block, MANY_FILTERS, 3, 1);
    normalization(block);
    convolution(block, MANY_FILTERS, 5, 2);
    normalization(block);
    dropout(block);
    block.add(Blocks.batchFlattenBlock());
    dropout(block);
    block.add(Linear.builder().setUnits(CLASSES).build());
    return block;
  }

  /** A stride of 2 comes with padding. */
  private static void convolution(SequentialBlock block, int filters, int window, int stride) {
    int padding = stride == 1 ? 0 : window / 2;
    block.add(
        Conv2d.builder()
            .setFilters(filters)
            .setKernelShape(new Shape(window, window))
            .optStride(new Shape(stride, stride))
            .optPadding(new Shape(padding, padding))
            .build());
    block.add(Activation::relu);
  }

  private static void normalization(SequentialBlock block) {
    block.add(BatchNorm.builder().optEpsilon(EPSILON).optMomentum(MOMENTUM).build());
  }

  private static void dropout(SequentialBlock block) {
    block.add(Dropout.builder().optRate(DROPOUT_RATE).build());
  }

  @Override
  public String name() {
    return "DJL PyTorch";
  }

  @Override
  public void step() {
    loss(false);
  }

  @Override
  public double loss() {
    return loss(true);
  }

  /** Reading the loss would wait for it, so it is read only when wanted. */
  private double loss(boolean wanted) {
    double value = 0;
    try (NDManager manager = trainer.getManager().newSubManager()) {
      NDArray x = manager.create(pictures, shape());
      NDArray y = manager.create(labels);
      try (GradientCollector collector = trainer.newGradientCollector()) {
        NDList logits = trainer.forward(new NDList(x));
        NDArray loss = objective.evaluate(new NDList(y), logits);
        collector.backward(loss);
        value = wanted ? loss.getFloat() : 0;
      }
      trainer.step();
    }
    return value;
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}
