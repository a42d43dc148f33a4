package io.github.digitkit.benchmarks.opponents;

/** Something that trains the report's network with Adam, always on the same batch. */
interface Learner extends AutoCloseable {
  /** Returns its name in the table. */
  String name();

  /** Takes one step. */
  void step() throws Exception;

  /** Returns the loss of one more step: it must fall, or nothing was learnt. */
  double loss() throws Exception;

  @Override
  void close();
}
