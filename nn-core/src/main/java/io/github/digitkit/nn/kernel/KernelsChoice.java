package io.github.digitkit.nn.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the fastest kernels that work here, or those that the user names. */
final class KernelsChoice {
  static final String PROPERTY = "digitkit.kernels";
  static final String AUTO = "auto";
  private static final Logger LOGGER = System.getLogger(Kernels.class.getName());

  private final List<KernelsProvider> providers;
  private final List<String> refusals = new ArrayList<>();

  KernelsChoice(List<KernelsProvider> providers) {
    this.providers =
        providers.stream()
            .sorted(Comparator.comparingInt(KernelsProvider::preference).reversed())
            .toList();
  }

  /**
   * @param wanted a provider's name, or {@code auto}
   * @throws IllegalStateException if the wanted kernels do not exist or do not work here; says why
   */
  Kernels choose(String wanted) {
    if (wanted.equals(AUTO)) {
      return fastest();
    }
    KernelsProvider provider =
        providers.stream()
            .filter(p -> p.name().equals(wanted))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(unknown(wanted)));
    Kernels kernels =
        create(provider).orElseThrow(() -> new IllegalStateException(String.join("; ", refusals)));
    LOGGER.log(Level.INFO, "Kernels: {0}, as {1} says", kernels.name(), PROPERTY);
    return kernels;
  }

  private Kernels fastest() {
    for (KernelsProvider provider : providers) {
      Optional<Kernels> kernels = create(provider);
      if (kernels.isPresent()) {
        String faster = refusals.isEmpty() ? "" : " (" + String.join("; ", refusals) + ")";
        LOGGER.log(Level.INFO, "Kernels: {0}{1}", provider.name(), faster);
        return kernels.get();
      }
    }
    throw new IllegalStateException("no kernels work here: " + String.join("; ", refusals));
  }

  private Optional<Kernels> create(KernelsProvider provider) {
    Optional<String> reason = provider.unavailable();
    if (reason.isPresent()) {
      return refuse(provider, reason.get());
    }
    try {
      Kernels kernels = provider.create();
      Optional<String> mismatch = KernelsCheck.mismatch(kernels);
      return mismatch.isPresent() ? refuse(provider, mismatch.get()) : Optional.of(kernels);
    } catch (LinkageError | RuntimeException e) {
      return refuse(provider, e.toString());
    }
  }

  private Optional<Kernels> refuse(KernelsProvider provider, String reason) {
    refusals.add(provider.name() + " kernels are unavailable: " + reason);
    return Optional.empty();
  }

  private String unknown(String wanted) {
    List<String> names = providers.stream().map(KernelsProvider::name).toList();
    return PROPERTY + " must be " + AUTO + " or one of " + names + ", but got \"" + wanted + "\"";
  }
}
