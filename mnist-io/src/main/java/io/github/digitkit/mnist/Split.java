package io.github.digitkit.mnist;

/** The two parts of an MNIST-like data set. */
public enum Split {
  /** What a model learns from; 60,000 digits in MNIST. */
  TRAIN,
  /** What it is measured on; 10,000 digits in MNIST. */
  TEST
}
