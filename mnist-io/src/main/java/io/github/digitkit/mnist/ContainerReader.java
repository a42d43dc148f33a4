package io.github.digitkit.mnist;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Peels the containers off an IDX array, layer by layer, each recognised by its first bytes. */
final class ContainerReader {
  private static final int MAX_DEPTH = 4;
  private static final int MAX_NAMED_ENTRIES = 5;
  private static final int MAX_NAME_LENGTH = 80;
  private static final int DRAIN_BUFFER = 1 << 16;

  /** xz -9 asks for 65 MiB to decompress. */
  private static final int XZ_MEMORY_KIB = 96 << 10;

  private final ReadLimits limits;

  ContainerReader(ReadLimits limits) {
    this.limits = limits;
  }

  IdxArray read(MeteredInputStream in) throws IOException {
    return read(in, 0);
  }

  private IdxArray read(MeteredInputStream in, int depth) throws IOException {
    Container container = Container.of(in.peek(Container.HEAD_BYTES));
    if (container == Container.NONE) {
      return IdxDecoder.decode(in, limits);
    }
    if (depth == MAX_DEPTH) {
      throw in.error(0, "more than " + MAX_DEPTH + " containers are nested");
    }
    in.progress();
    try {
      return switch (container) {
        case GZIP -> read(in.inner(gunzip(in), ""), depth + 1);
        case XZ -> read(in.inner(unxz(in), ""), depth + 1);
        case ZIP -> readOnly(in, new ZipCursor(in), depth);
        case TAR -> readOnly(in, new TarCursor(in), depth);
        case NONE -> throw new AssertionError(container);
      };
    } catch (IdxFormatException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw blame(in, container, e);
    }
  }

  /** Finds out whether the bytes of this container are at fault or the stream they came from. */
  private static IOException blame(MeteredInputStream in, Container container, Exception e) {
    IOException below = in.failure();
    if (below != null) {
      return below;
    }
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new IdxFormatException(
        in.source(),
        in.count(),
        container.name().toLowerCase(Locale.ROOT) + " data is damaged or unsupported: " + reason,
        e);
  }

  /** Reads the one array of an archive; other files, such as a licence, may lie beside it. */
  private IdxArray readOnly(MeteredInputStream in, ArchiveCursor entries, int depth)
      throws IOException {
    @Nullable IdxArray found = null;
    String foundName = "";
    List<String> others = new ArrayList<>();
    while (entries.next()) {
      in.progress();
      if (!entries.isFile()) {
        continue;
      }
      String name = printable(entries.name());
      MeteredInputStream content = in.inner(entries.content(), "!" + name);
      byte[] head = content.peek(Container.HEAD_BYTES);
      if (!IdxHeader.looksLike(head) && Container.of(head) == Container.NONE) {
        if (others.size() <= MAX_NAMED_ENTRIES) {
          others.add(name + " (starts with " + IdxHeader.hex(head) + ")");
        }
        drain(content);
      } else if (found != null) {
        throw in.error(
            in.count(), "holds more than one array, expected one: " + foundName + ", " + name);
      } else {
        found = read(content, depth + 1);
        foundName = name;
      }
    }
    entries.finish();
    if (found == null) {
      throw in.error(in.count(), "holds no IDX array" + listing(others));
    }
    return found;
  }

  private static String listing(List<String> files) {
    if (files.isEmpty()) {
      return ", in fact no file at all";
    }
    String more = files.size() > MAX_NAMED_ENTRIES ? ", ..." : "";
    return ", only "
        + String.join(", ", files.subList(0, Math.min(files.size(), MAX_NAMED_ENTRIES)))
        + more;
  }

  private static void drain(InputStream in) throws IOException {
    byte[] buffer = new byte[DRAIN_BUFFER];
    int n;
    do {
      n = in.read(buffer);
    } while (n >= 0);
  }

  private static InputStream gunzip(InputStream in) throws IOException {
    // Not the JDK's: that one takes garbage after the last member for the end.
    return GzipCompressorInputStream.builder()
        .setInputStream(in)
        .setDecompressConcatenated(true)
        .get();
  }

  private static InputStream unxz(InputStream in) throws IOException {
    long half = Runtime.getRuntime().maxMemory() / 2 / 1024;
    return XZCompressorInputStream.builder()
        .setInputStream(in)
        .setDecompressConcatenated(true)
        .setMemoryLimitKiB((int) Math.min(XZ_MEMORY_KIB, half))
        .get();
  }

  /** Returns an entry's name as it can stand in a message. */
  private static String printable(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= MAX_NAME_LENGTH ? plain : plain.substring(0, MAX_NAME_LENGTH) + "...";
  }
}
