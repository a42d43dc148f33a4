package io.github.digitkit.benchmarks.opponents;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/** ONNX Runtime on the CPU, all its graph optimisations on. */
final class OnnxRuntimePredictor implements Predictor {
  private static final int SIDE = 28;
  private static final int CLASSES = 10;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private FloatBuffer input = FloatBuffer.allocate(0);

  OnnxRuntimePredictor(byte[] file, int threads) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      this.session = environment.createSession(file, options);
    }
  }

  @Override
  public String name() {
    return "ONNX Runtime";
  }

  @Override
  public void predict(float[] pictures, int count, float[] shares) throws OrtException {
    int size = count * SIDE * SIDE;
    if (input.capacity() != size) {
      // A direct buffer is not copied.
      input =
          ByteBuffer.allocateDirect(size * Float.BYTES)
              .order(ByteOrder.nativeOrder())
              .asFloatBuffer();
    }
    input.clear();
    input.put(pictures, 0, size).flip();
    long[] shape = {count, 1, SIDE, SIDE};
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, input, shape);
        OrtSession.Result result = session.run(Map.of(OnnxFile.INPUT, tensor))) {
      ((OnnxTensor) result.get(0)).getFloatBuffer().get(shares, 0, count * CLASSES);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime does not close its session", e);
    }
  }
}
