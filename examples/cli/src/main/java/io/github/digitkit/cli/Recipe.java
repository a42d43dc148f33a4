package io.github.digitkit.cli;

import io.github.digitkit.train.optimizer.Adam;
import io.github.digitkit.train.optimizer.Optimizer;

/** Ways to train that have a name; each option of {@code train} replaces one of its values. */
enum Recipe {
  /** The published one: ten epochs of the pictures as they are. */
  PLAIN(10, 32, Adam.defaults(), 1e-3, "constant", "none", Mixture.DIGITS),
  /** Augmented digits only: the network of ten classes at its best. */
  AUGMENTED(30, 128, Adam.defaults(), 2e-3, "cosine", "default", Mixture.DIGITS),
  /** How the bundled weights are made. */
  BUNDLED(60, 128, Adam.defaults(), 2e-3, "cosine", "default", Mixture.WITH_NON_DIGITS);

  /** What an epoch is made of. */
  enum Mixture {
    /** The data as they are. */
    DIGITS,
    /** Synthetic digits beside them, and pictures of an eleventh class that show no digit. */
    WITH_NON_DIGITS
  }

  private final int epochs;
  private final int batchSize;
  private final Optimizer optimizer;
  private final double learningRate;
  private final String schedule;
  private final String augmentation;
  private final Mixture mixture;

  Recipe(
      int epochs,
      int batchSize,
      Optimizer optimizer,
      double learningRate,
      String schedule,
      String augmentation,
      Mixture mixture) {
    this.epochs = epochs;
    this.batchSize = batchSize;
    this.optimizer = optimizer;
    this.learningRate = learningRate;
    this.schedule = schedule;
    this.augmentation = augmentation;
    this.mixture = mixture;
  }

  int epochs() {
    return epochs;
  }

  int batchSize() {
    return batchSize;
  }

  Optimizer optimizer() {
    return optimizer;
  }

  double learningRate() {
    return learningRate;
  }

  String schedule() {
    return schedule;
  }

  String augmentation() {
    return augmentation;
  }

  Mixture mixture() {
    return mixture;
  }
}
