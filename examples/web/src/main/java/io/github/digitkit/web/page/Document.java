package io.github.digitkit.web.page;

import io.github.digitkit.web.http.Call;
import io.github.digitkit.web.http.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A file ready to be served: compressed once where that pays, with a tag by which a browser asks
 * whether its copy is still right. Immutable.
 */
final class Document {
  private static final int WORTH_COMPRESSING = 512;
  private static final int TAG_CHARACTERS = 20;

  private final String tag;
  private final Reply plain;
  private final Reply compressed;
  private final Reply unchanged;

  Document(String type, byte[] bytes, String vary) {
    this.tag = tagOf(bytes);
    boolean text = type.startsWith("text/") || type.contains("json") || type.contains("svg");
    this.plain = headers(Reply.of(type, bytes), vary);
    this.compressed =
        text && bytes.length >= WORTH_COMPRESSING
            ? headers(Reply.of(type, gzip(bytes)), vary).with("Content-Encoding", "gzip")
            : plain;
    this.unchanged = headers(Reply.notModified(), vary);
  }

  private Reply headers(Reply reply, String vary) {
    return reply.with("ETag", tag).with("Cache-Control", "no-cache").with("Vary", vary);
  }

  /** The answer to a call: 304 for a browser that has it, compressed for one that can unpack. */
  Reply reply(Call call) {
    boolean known =
        call.header("If-None-Match")
            .map(tags -> Arrays.asList(tags.split("\\s*,\\s*")).contains(tag))
            .orElse(false);
    if (known) {
      return unchanged;
    }
    boolean unpacks = call.header("Accept-Encoding").orElse("").contains("gzip");
    return unpacks ? compressed : plain;
  }

  private static String tagOf(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"' + HexFormat.of().formatHex(hash).substring(0, TAG_CHARACTERS) + '"';
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return out.toByteArray();
  }
}
