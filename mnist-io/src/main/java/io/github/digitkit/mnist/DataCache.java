package io.github.digitkit.mnist;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where data sets lie on this machine. In this order: the folder that the user names ({@code
 * --data}), the environment variable {@code DIGITKIT_DATA}, {@code $XDG_CACHE_HOME/digitkit}, and
 * the system's usual cache: {@code ~/.cache/digitkit}, on macOS {@code ~/Library/Caches/digitkit},
 * on Windows {@code %LOCALAPPDATA%\digitkit}. Immutable; touches no file but to see what exists.
 */
public final class DataCache {
  private static final String PRODUCT = "digitkit";
  private static final String MNIST = "mnist";

  private final Function<String, Optional<String>> environment;
  private final String system;
  private final Path home;

  DataCache(Function<String, Optional<String>> environment, String system, Path home) {
    this.environment = environment;
    this.system = system.toLowerCase(Locale.ROOT);
    this.home = home;
  }

  /** Returns the cache of the user that runs this program. */
  public static DataCache ofUser() {
    return new DataCache(
        name -> Optional.ofNullable(System.getenv(name)),
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", "")));
  }

  /**
   * Returns the folder for MNIST's files if the user names none: the folder {@code DIGITKIT_DATA}
   * itself, or {@code mnist} in the cache. It need not exist.
   */
  public Path mnistFolder() {
    return variable("DIGITKIT_DATA").map(this::mnistFolder).orElseGet(() -> root().resolve(MNIST));
  }

  /**
   * Returns the folder for MNIST's files if the user names one: that folder itself, unless only
   * {@code mnist} in it holds a data set.
   */
  public Path mnistFolder(Path named) {
    Path inside = named.resolve(MNIST);
    return !MnistFolder.holdsData(named) && MnistFolder.holdsData(inside) ? inside : named;
  }

  private Path root() {
    // A relative path is to be ignored, says the XDG Base Directory Specification.
    return variable("XDG_CACHE_HOME")
        .filter(Path::isAbsolute)
        .orElseGet(this::systemCache)
        .resolve(PRODUCT);
  }

  private Path systemCache() {
    if (system.startsWith("mac")) {
      return home.resolve("Library").resolve("Caches");
    }
    if (system.startsWith("windows")) {
      return variable("LOCALAPPDATA").orElseGet(() -> home.resolve("AppData").resolve("Local"));
    }
    return home.resolve(".cache");
  }

  private Optional<Path> variable(String name) {
    return environment.apply(name).filter(value -> !value.isBlank()).map(Path::of);
  }
}
