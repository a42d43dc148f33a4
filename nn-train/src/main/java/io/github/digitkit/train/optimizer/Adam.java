package io.github.digitkit.train.optimizer;

/**
 * Adam (Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015) in Keras's form, where
 * the correction of the start goes into the learning rate:
 *
 * <pre>
 * m = beta1 m + (1 - beta1) g        v = beta2 v + (1 - beta2) g²
 * w = w - rate sqrt(1 - beta2^t) / (1 - beta1^t) · m / (sqrt(v) + epsilon)
 * </pre>
 *
 * @param beta1 weight of the old mean, 0 to 1
 * @param beta2 weight of the old mean square, 0 to 1
 * @param epsilon added to the root, above 0
 */
public record Adam(double beta1, double beta2, double epsilon) implements Optimizer {

  /** Checks the ranges. */
  public Adam {
    Ranges.requireFraction("beta1", beta1);
    Ranges.requireFraction("beta2", beta2);
    Ranges.requirePositive("epsilon", epsilon);
  }

  /** Keras's defaults: 0.9, 0.999, 1e-7. */
  public static Adam defaults() {
    return new Adam(0.9, 0.999, 1e-7);
  }

  @Override
  public int stateArrays() {
    return 2;
  }

  @Override
  public void update(
      float[] weights,
      float[] gradients,
      float[][] state,
      int from,
      int to,
      long step,
      double learningRate) {
    float rate = (float) (learningRate * correction(step));
    move(weights, gradients, state[0], state[1], from, to, rate);
  }

  /** What the means' start at zero takes from the step's length. */
  private double correction(long step) {
    return Math.sqrt(1 - StrictMath.pow(beta2, (double) step))
        / (1 - StrictMath.pow(beta1, (double) step));
  }

  // Arrays in local variables and nothing else in the loop: so that C2 makes vectors of it.
  private void move(float[] w, float[] g, float[] m, float[] v, int from, int to, float rate) {
    float keepMean = (float) beta1;
    float newMean = (float) (1 - beta1);
    float keepSquare = (float) beta2;
    float newSquare = (float) (1 - beta2);
    float eps = (float) epsilon;
    for (int i = from; i < to; i++) {
      float gradient = g[i];
      float mean = keepMean * m[i] + newMean * gradient;
      float square = keepSquare * v[i] + newSquare * gradient * gradient;
      m[i] = mean;
      v[i] = square;
      w[i] -= rate * mean / ((float) Math.sqrt(square) + eps);
    }
  }
}
