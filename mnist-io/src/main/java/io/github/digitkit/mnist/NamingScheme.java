package io.github.digitkit.mnist;

import java.util.List;

/** The file names under which a collection is published, and how its pictures are stored. */
enum NamingScheme {
  /** MNIST and what copies its names: Fashion-MNIST, KMNIST. */
  MNIST("MNIST", "train", "t10k", "labels-idx1-ubyte", false),
  /** Labels with writer and sheet: eight ints, the class first. */
  QMNIST("QMNIST", "qmnist-train", "qmnist-test", "labels-idx2-int", false),
  /** Stored by columns, as Matlab does. */
  EMNIST_DIGITS(
      "EMNIST-digits", "emnist-digits-train", "emnist-digits-test", "labels-idx1-ubyte", true),
  /** EMNIST's own selection in the sizes of MNIST, stored by columns too. */
  EMNIST_MNIST(
      "EMNIST-mnist", "emnist-mnist-train", "emnist-mnist-test", "labels-idx1-ubyte", true);

  private static final String IMAGES = "images-idx3-ubyte";

  private final String title;
  private final String train;
  private final String test;
  private final String labels;
  private final boolean transposed;

  NamingScheme(String title, String train, String test, String labels, boolean transposed) {
    this.title = title;
    this.train = train;
    this.test = test;
    this.labels = labels;
    this.transposed = transposed;
  }

  String title() {
    return title;
  }

  /** Returns whether the pictures are stored with rows and columns exchanged. */
  boolean transposed() {
    return transposed;
  }

  /** Returns the names of the images file without an ending for compression, most usual first. */
  List<String> images(Split split) {
    return spellings(split, IMAGES);
  }

  /** Returns the names of the labels file without an ending for compression, most usual first. */
  List<String> labels(Split split) {
    return spellings(split, labels);
  }

  private List<String> spellings(Split split, String rest) {
    String start = split == Split.TRAIN ? train : test;
    return List.of(start + "-" + rest, start + "-" + rest.replace("-idx", ".idx"));
  }
}
