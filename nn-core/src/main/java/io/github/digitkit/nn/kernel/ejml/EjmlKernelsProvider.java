package io.github.digitkit.nn.kernel.ejml;

import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.kernel.KernelsProvider;
import java.util.Optional;

/** Offers {@link EjmlKernels}; never the fastest, so only by name. */
public final class EjmlKernelsProvider implements KernelsProvider {
  private static final int PREFERENCE = 10;

  /** For {@link java.util.ServiceLoader}. */
  public EjmlKernelsProvider() {}

  @Override
  public String name() {
    return "ejml";
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
    return new EjmlKernels();
  }
}
