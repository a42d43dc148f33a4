package io.github.digitkit.nn.kernel;

import java.util.List;
import java.util.stream.Stream;

/** All kernels that this JVM can run. */
public final class KernelsUnderTest {
  private KernelsUnderTest() {}

  /** New kernels of each kind. */
  public static Stream<Kernels> available() {
    List<KernelsProvider> providers = KernelsHolder.providers();
    return providers.stream()
        .filter(provider -> provider.unavailable().isEmpty())
        .map(KernelsProvider::create);
  }
}
