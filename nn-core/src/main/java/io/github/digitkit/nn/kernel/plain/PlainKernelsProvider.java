package io.github.digitkit.nn.kernel.plain;

import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.kernel.KernelsProvider;
import java.util.Optional;

/** Offers {@link PlainKernels}, which are always available. */
public final class PlainKernelsProvider implements KernelsProvider {
  private static final int PREFERENCE = 50;

  /** For {@link java.util.ServiceLoader}. */
  public PlainKernelsProvider() {}

  @Override
  public String name() {
    return PlainKernels.NAME;
  }

  @Override
  public int preference() {
    return PREFERENCE;
  }

  @Override
  public Optional<String> unavailable() {
    return Optional.empty();
  }

  @Override
  public Kernels create() {
    return new PlainKernels();
  }
}
