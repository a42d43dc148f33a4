package io.github.digitkit.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Multipart forms. */
final class Forms {
  static final String TYPE = "multipart/form-data; boundary=cut-here";

  private Forms() {}

  static byte[] of(String name1, byte[] file1, String name2, byte[] file2) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    part(out, name1, file1);
    part(out, name2, file2);
    return end(out);
  }

  static byte[] manyParts(int count) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      part(out, "f" + i, new byte[] {1});
    }
    return end(out);
  }

  static void part(ByteArrayOutputStream out, String name, byte[] file) {
    out.writeBytes(
        ("--cut-here\r\nContent-Disposition: form-data; name=\"f\"; filename=\""
                + name
                + "\"\r\nContent-Type: image/png\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    out.writeBytes(file);
    out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  static byte[] end(ByteArrayOutputStream out) {
    out.writeBytes("--cut-here--\r\n".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }
}
