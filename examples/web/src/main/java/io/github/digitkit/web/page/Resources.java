package io.github.digitkit.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files under {@code /web} in our jar, or in the folder of classes. */
public final class Resources {
  private static final String ROOT = "/web";

  private Resources() {}

  /**
   * One file.
   *
   * @param name such as {@code openapi.json}
   */
  public static byte[] read(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(ROOT + "/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program's jar lacks the file web/" + name);
      }
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read web/" + name, broken);
    }
  }

  /** All files of a folder and its folders, by name below {@code /web}. */
  public static Map<String, byte[]> readAll(String folder) {
    URL url = Resources.class.getResource(ROOT + "/" + folder);
    if (url == null) {
      throw new IllegalStateException("the program's jar lacks the folder web/" + folder);
    }
    try {
      URI uri = url.toURI();
      if (!uri.getScheme().equals("jar")) {
        return walk(Path.of(uri), folder);
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return walk(jar.getPath(ROOT + "/" + folder), folder);
      }
    } catch (URISyntaxException | IOException broken) {
      throw new IllegalStateException("cannot list web/" + folder, broken);
    }
  }

  private static Map<String, byte[]> walk(Path root, String folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        String name = root.relativize(path).toString().replace('\\', '/');
        files.put(folder + "/" + name, Files.readAllBytes(path));
      }
    }
    return files;
  }
}
