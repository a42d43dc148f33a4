package io.github.digitkit.nn.kernel.vector;

import io.github.digitkit.nn.kernel.Kernels;
import io.github.digitkit.nn.kernel.KernelsProvider;
import java.util.Optional;

/** Offers the vector kernels where the JVM was started with their module. */
public final class VectorKernelsProvider implements KernelsProvider {
  private static final int PREFERENCE = 100;
  private static final String MODULE = "jdk.incubator.vector";

  /** For {@link java.util.ServiceLoader}. */
  public VectorKernelsProvider() {}

  @Override
  public String name() {
    return VectorKernels.NAME;
  }

  @Override
  public int preference() {
    return PREFERENCE;
  }

  @Override
  public Optional<String> unavailable() {
    return ModuleLayer.boot().findModule(MODULE).isPresent()
        ? Optional.empty()
        : Optional.of("faster with the JVM flag --add-modules " + MODULE);
  }

  @Override
  public Kernels create() {

    return new VectorKernels();
  }
}
