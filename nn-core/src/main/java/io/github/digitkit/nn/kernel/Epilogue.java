package io.github.digitkit.nn.kernel;

/**
 * What follows a convolution's sum before it is stored: {@code y = activation(sum + bias) * scale +
 * shift}, channel by channel. A BatchNormalization after the activation is such a scale and shift;
 * without one, scale is 1 and shift 0.
 *
 * @param bias one value a channel; not modified
 * @param activation applied after the bias
 * @param scale one factor a channel; not modified
 * @param shift one summand a channel; not modified
 */
@SuppressWarnings("ArrayRecordComponent") // a parameter block for kernels, never compared
public record Epilogue(float[] bias, PointwiseActivation activation, float[] scale, float[] shift) {

  /** Whether scale is 1 and shift 0 everywhere. */
  public boolean isActivationOnly() {
    for (int channel = 0; channel < scale.length; channel++) {
      if (scale[channel] != 1 || shift[channel] != 0) {
        return false;
      }
    }
    return true;
  }
}
