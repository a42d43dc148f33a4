package io.github.digitkit.nn.kernel.ejml;

import io.github.digitkit.nn.kernel.Conv2DGeometry;
import io.github.digitkit.nn.kernel.PointwiseActivation;
import io.github.digitkit.nn.kernel.Workspace;
import io.github.digitkit.nn.kernel.plain.PlainKernels;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ejml.dense.row.mult.MatrixMatrixMult_FDRM;

/**
 * Convolutions as products of EJML matrices. EJML's wrapped matrices know no offset, so pictures
 * are copied in and out one by one. What is no matrix product is left to the plain kernels.
 */
public final class EjmlKernels extends PlainKernels {
  private static final int PATCHES = 0;
  private static final int PICTURE = 1;
  private static final int GRADIENT = 2;

  /** Creates the kernels; they have no state. */
  public EjmlKernels() {}

  @Override
  public String name() {
    return "ejml";
  }

  @Override
  public void conv2dForward(
      Conv2DGeometry g,
      float[] x,
      float[] kernel,
      float[] bias,
      PointwiseActivation activation,
      float[] y,
      int from,
      int to,
      Workspace workspace) {
    Patches patches = new Patches(g, 0, g.kernelRows());
    float[] windows = workspace.floats(PATCHES, patches.size());
    float[] picture = workspace.floats(PICTURE, g.outputSize());
    for (int n = from; n < to; n++) {
      patches.gather(x, n, windows);
      CommonOps_FDRM.mult(
          matrix(g.outputPixels(), g.kernelRows(), windows),
          matrix(g.kernelRows(), g.outputChannels(), kernel),
          matrix(g.outputPixels(), g.outputChannels(), picture));
      int start = n * g.outputSize();
      for (int i = 0; i < g.outputSize(); i++) {
        float value = picture[i] + bias[i % g.outputChannels()];
        y[start + i] = activation == PointwiseActivation.RELU ? Math.max(value, 0) : value;
      }
    }
  }

  @Override
  public void conv2dBackwardInput(
      Conv2DGeometry g,
      float[] dy,
      float[] kernel,
      float[] dx,
      int from,
      int to,
      Workspace workspace) {
    Patches patches = new Patches(g, 0, g.kernelRows());
    float[] windows = workspace.floats(PATCHES, patches.size());
    float[] gradient = workspace.floats(GRADIENT, g.outputSize());
    for (int n = from; n < to; n++) {
      System.arraycopy(dy, n * g.outputSize(), gradient, 0, g.outputSize());
      CommonOps_FDRM.multTransB(
          matrix(g.outputPixels(), g.outputChannels(), gradient),
          matrix(g.kernelRows(), g.outputChannels(), kernel),
          matrix(g.outputPixels(), g.kernelRows(), windows));
      patches.scatter(windows, dx, n);
    }
  }

  @Override
  public void conv2dBackwardKernel(
      Conv2DGeometry g,
      float[] x,
      float[] dy,
      float[] dKernel,
      int images,
      int fromRow,
      int toRow,
      Workspace workspace) {
    if (fromRow == toRow) {
      return;
    }
    Patches patches = new Patches(g, fromRow, toRow);
    float[] windows = workspace.floats(PATCHES, patches.size());
    float[] gradient = workspace.floats(GRADIENT, g.outputSize());
    int filters = g.outputChannels();
    FMatrixRMaj sum = new FMatrixRMaj(patches.columns(), filters);
    System.arraycopy(dKernel, fromRow * filters, sum.data, 0, sum.data.length);
    for (int n = 0; n < images; n++) {
      patches.gather(x, n, windows);
      System.arraycopy(dy, n * g.outputSize(), gradient, 0, g.outputSize());
      // By name, because CommonOps chooses by size: a split of the rows must not change the sums.
      MatrixMatrixMult_FDRM.multAddTransA_reorder(
          matrix(g.outputPixels(), patches.columns(), windows),
          matrix(g.outputPixels(), filters, gradient),
          sum);
    }
    System.arraycopy(sum.data, 0, dKernel, fromRow * filters, sum.data.length);
  }

  private static FMatrixRMaj matrix(int rows, int columns, float[] elements) {
    return FMatrixRMaj.wrap(rows, columns, elements);
  }
}
