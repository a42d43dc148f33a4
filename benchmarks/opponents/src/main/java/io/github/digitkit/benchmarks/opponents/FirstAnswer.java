package io.github.digitkit.benchmarks.opponents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A JVM's life up to ONNX Runtime's first answer: reads the file, predicts one picture, ends. */
public final class FirstAnswer {
  private static final int PIXELS = 784;
  private static final int CLASSES = 10;

  private FirstAnswer() {}

  /**
   * Prints the answer; the last step of {@link StartUp}.
   *
   * @param arguments the ONNX file
   */
  public static void main(String[] arguments) throws Exception {
    try (OnnxRuntimePredictor predictor = new OnnxRuntimePredictor(read(arguments[0]), 1)) {
      float[] shares = new float[CLASSES];
      predictor.predict(new float[PIXELS], 1, shares);
      System.out.println(shares[0]);
    }
  }

  private static byte[] read(String file) throws IOException {
    return Files.readAllBytes(Path.of(file));
  }
}
