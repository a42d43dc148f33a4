package io.github.digitkit.nn.kernel;

import java.util.Optional;

/**
 * Offers one implementation of {@link Kernels}. Providers are found by {@link
 * java.util.ServiceLoader}; loading a provider's class must not need what its kernels need.
 */
public interface KernelsProvider {
  /** Returns the name of its kernels, as {@link Kernels#name} gives it. */
  String name();

  /** Returns how fast its kernels are meant to be: the highest that works is chosen. */
  int preference();

  /** Returns why its kernels cannot run here, or nothing if they can. */
  Optional<String> unavailable();

  /**
   * Creates the kernels; called only if they are available.
   *
   * @return kernels, safe for use by many threads
   */
  Kernels create();
}
