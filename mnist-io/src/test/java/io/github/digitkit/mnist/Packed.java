package io.github.digitkit.mnist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Builds containers in memory for the tests. */
final class Packed {
  private Packed() {}

  @FunctionalInterface
  private interface Filler {
    void fill(OutputStream out) throws IOException;
  }

  static byte[] gzip(byte[] content) {
    return build(
        out -> {
          try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
          }
        });
  }

  static byte[] xz(byte[] content) {
    return build(
        out -> {
          try (OutputStream xz = new XZOutputStream(out, new LZMA2Options(1))) {
            xz.write(content);
          }
        });
  }

  static byte[] zip(String name, byte[] content) {
    return zip(Map.of(name, content));
  }

  /** Names that end in a slash are folders. */
  static byte[] zip(Map<String, byte[]> entries) {
    return build(
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
              zip.putNextEntry(new ZipEntry(entry.getKey()));
              zip.write(entry.getValue());
              zip.closeEntry();
            }
          }
        });
  }

  static byte[] tar(String name, byte[] content) {
    return tar(Map.of(name, content));
  }

  static byte[] tar(Map<String, byte[]> entries) {
    return build(
        out -> {
          try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : entries.entrySet()) {
              TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
              entry.setSize(file.getValue().length);
              tar.putArchiveEntry(entry);
              tar.write(file.getValue());
              tar.closeArchiveEntry();
            }
          }
        });
  }

  /** A tar with a folder, a link, a hard link, a pipe and then, if any, the file. */
  static byte[] tarWithLinks(Map<String, byte[]> files) {
    return build(
        out -> {
          try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (byte kind :
                new byte[] {
                  TarConstants.LF_DIR,
                  TarConstants.LF_SYMLINK,
                  TarConstants.LF_LINK,
                  TarConstants.LF_FIFO
                }) {
              TarArchiveEntry entry = new TarArchiveEntry("a" + (char) kind, kind);
              entry.setLinkName("/etc/passwd");
              tar.putArchiveEntry(entry);
              tar.closeArchiveEntry();
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
              TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
              entry.setSize(file.getValue().length);
              tar.putArchiveEntry(entry);
              tar.write(file.getValue());
              tar.closeArchiveEntry();
            }
          }
        });
  }

  /** Keeps the order of name, content, name, content, ... */
  static Map<String, byte[]> entries(Object... namesAndContents) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < namesAndContents.length; i += 2) {
      entries.put((String) namesAndContents[i], (byte[]) namesAndContents[i + 1]);
    }
    return entries;
  }

  private static byte[] build(Filler filler) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      filler.fill(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
