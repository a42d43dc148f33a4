package io.github.digitkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.digitkit.nn.Model;
import io.github.digitkit.recognizer.DigitRecognizer;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a program takes on that depends on recognizer-api. */
class FootprintTest {
  private static final long MOST_BYTES = 3_500_000;

  @Test
  void theRecognizerAndAllItNeedsStaySmall() throws IOException, URISyntaxException {
    long sum = 0;
    for (Path entry : classPath()) {
      sum += size(entry);
    }
    assertThat(sum).as("bytes of %s", classPath()).isLessThanOrEqualTo(MOST_BYTES);
  }

  @Test
  void theRecognizerNeedsNoNativeCode() throws IOException, URISyntaxException {
    for (Path entry : classPath()) {
      assertThat(namesIn(entry)).noneMatch(name -> name.matches(".*\\.(so|dll|dylib|jnilib|a)"));
    }
  }

  /** Where the recogniser, the engine and EJML are: folders within a build, jars outside. */
  private static Set<Path> classPath() throws URISyntaxException {
    Set<Path> entries = new LinkedHashSet<>();
    entries.add(location(DigitRecognizer.class));
    entries.add(location(Model.class));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (path.getFileName().toString().startsWith("ejml-")) {
        entries.add(path);
      }
    }
    assertThat(entries).hasSizeGreaterThan(2);
    return entries;
  }

  private static Path location(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static long size(Path entry) throws IOException {
    if (Files.isRegularFile(entry)) {
      return Files.size(entry);
    }
    long sum = 0;
    try (Stream<Path> files = Files.walk(entry)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sum += Files.size(file);
      }
    }
    return sum;
  }

  private static List<String> namesIn(Path entry) throws IOException {
    if (Files.isDirectory(entry)) {
      return namesBelow(entry);
    }
    try (FileSystem jar = FileSystems.newFileSystem(entry)) {
      return namesBelow(jar.getPath("/"));
    }
  }

  private static List<String> namesBelow(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.map(Path::toString).toList();
    }
  }
}
