package io.github.digitkit.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCacheTest {
  @TempDir Path home;

  @Test
  void everySystemHasItsUsualPlace() {
    assertThat(folder("Linux", Map.of())).isEqualTo(home.resolve(".cache/digitkit/mnist"));
    assertThat(folder("Mac OS X", Map.of()))
        .isEqualTo(home.resolve("Library/Caches/digitkit/mnist"));
    assertThat(folder("Windows 11", Map.of("LOCALAPPDATA", home.resolve("Local").toString())))
        .isEqualTo(home.resolve("Local/digitkit/mnist"));
    assertThat(folder("Windows 11", Map.of()))
        .isEqualTo(home.resolve("AppData/Local/digitkit/mnist"));
  }

  @Test
  void variablesComeInTheirOrder() {
    String xdg = home.resolve("xdg").toString();
    assertThat(folder("Linux", Map.of("XDG_CACHE_HOME", xdg)))
        .isEqualTo(home.resolve("xdg/digitkit/mnist"));
    assertThat(folder("Linux", Map.of("XDG_CACHE_HOME", xdg, "DIGITKIT_DATA", "here")))
        .isEqualTo(Path.of("here"));
  }

  @Test
  void emptyVariablesAndARelativeCacheAreIgnored() {
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", "relative", "DIGITKIT_DATA", " ");
    assertThat(folder("Linux", environment)).isEqualTo(home.resolve(".cache/digitkit/mnist"));
  }

  @Test
  void aNamedFolderIsMeantItselfUnlessOnlyItsMnistFolderHoldsData() throws IOException {
    Path inside = Files.createDirectory(home.resolve("mnist"));
    assertThat(cache("Linux", Map.of()).mnistFolder(home)).isEqualTo(home);
    Files.createFile(inside.resolve("t10k-images.idx3-ubyte.gz"));
    assertThat(cache("Linux", Map.of()).mnistFolder(home)).isEqualTo(inside);
    assertThat(folder("Linux", Map.of("DIGITKIT_DATA", home.toString()))).isEqualTo(inside);
    Files.createFile(home.resolve("train-images-idx3-ubyte"));
    assertThat(cache("Linux", Map.of()).mnistFolder(home)).isEqualTo(home);
  }

  private Path folder(String system, Map<String, String> environment) {
    return cache(system, environment).mnistFolder();
  }

  private DataCache cache(String system, Map<String, String> environment) {
    return new DataCache(name -> Optional.ofNullable(environment.get(name)), system, home);
  }
}
