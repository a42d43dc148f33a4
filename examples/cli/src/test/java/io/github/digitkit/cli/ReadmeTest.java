package io.github.digitkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example is what users try first: it compiles and reads a digit. */
class ReadmeTest {
  private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void theDependencyExampleCompilesAndReadsADigit() throws Exception {
    Path picture = folder.resolve("digit.pgm");
    Files.write(picture, one());
    assertThat(printedBy(example(picture)).lines().toList()).hasSize(3).first().isEqualTo("1");
  }

  private static String example(Path picture) throws IOException {
    Matcher matcher = EXAMPLE.matcher(Files.readString(readme()));
    assertThat(matcher.find()).isTrue();
    String lines = matcher.group(1);
    assertThat(lines.lines()).hasSize(5);
    return "import io.github.digitkit.recognizer.*; import java.nio.file.Path;\n"
        + "public class Example { public static void main(String[] args) throws Exception {\n"
        + lines.replace("digit.png", picture.toString().replace("\\", "\\\\"))
        + "}}";
  }

  private static Path readme() {
    Path directory = Path.of("").toAbsolutePath();
    while (directory != null && !Files.exists(directory.resolve("README.md"))) {
      directory = directory.getParent();
    }
    assertThat(directory).as("the folder with README.md").isNotNull();
    return directory.resolve("README.md");
  }

  private String printedBy(String source) throws Exception {
    Path file = folder.resolve("Example.java");
    Files.writeString(file, source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String classPath = System.getProperty("java.class.path");
    int result =
        compiler.run(null, null, null, "-cp", classPath, "-d", folder.toString(), file.toString());
    assertThat(result).as("the compiler's result").isZero();
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      Class<?> example = loader.loadClass("Example");
      example.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** A PGM picture of a slanted stroke, dark on light. */
  private static byte[] one() {
    int side = 64;
    byte[] header = ("P5\n" + side + " " + side + "\n255\n").getBytes(StandardCharsets.US_ASCII);
    byte[] picture = java.util.Arrays.copyOf(header, header.length + side * side);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean ink = y > 8 && y < 56 && Math.abs(x - (36 - y / 12.0)) < 3;
        picture[header.length + y * side + x] = (byte) (ink ? 20 : 240);
      }
    }
    return picture;
  }
}
