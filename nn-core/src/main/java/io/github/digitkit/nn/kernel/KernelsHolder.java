package io.github.digitkit.nn.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Makes the choice once, when somebody first asks for kernels. */
final class KernelsHolder {
  private static volatile @Nullable Kernels best;

  private KernelsHolder() {}

  /** Not a static initialiser: its failure would hide the message at every later call. */
  static Kernels best() {
    Kernels chosen = best;
    if (chosen == null) {
      chosen = choose();
    }
    return chosen;
  }

  private static synchronized Kernels choose() {
    Kernels chosen = best;
    if (chosen == null) {
      String wanted = System.getProperty(KernelsChoice.PROPERTY, KernelsChoice.AUTO);
      chosen = new KernelsChoice(providers()).choose(wanted);
      best = chosen;
    }
    return chosen;
  }

  static List<KernelsProvider> providers() {
    List<KernelsProvider> providers = new ArrayList<>();
    ServiceLoader.load(KernelsProvider.class, KernelsProvider.class.getClassLoader())
        .forEach(providers::add);
    return providers;
  }
}
