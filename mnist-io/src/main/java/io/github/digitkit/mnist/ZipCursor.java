package io.github.digitkit.mnist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a zip archive.
 *
 * <p>The JDK's stream and not that of commons-compress, which does not compare checksums. Neither
 * looks at the directory at the end, so {@link #finish()} does: without it a cut archive would pass
 * for a whole one.
 */
final class ZipCursor implements ArchiveCursor {
  private static final int BUFFER = 8192;
  private static final int END_SIGNATURE = 0x06054B50;
  private static final int END_BYTES = 22;
  private static final int ENTRIES_AT = 10;
  private static final int COMMENT_LENGTH_AT = 20;

  /** An entry count that stands in the zip64 record instead. */
  private static final int SEE_ZIP64 = 0xFFFF;

  private final MeteredInputStream in;
  private final TailInputStream tail;
  private final ZipInputStream zip;
  private @Nullable ZipEntry entry;
  private int entries;

  ZipCursor(MeteredInputStream in) {
    this.in = in;
    this.tail = new TailInputStream(in, END_BYTES + 0xFFFF);
    // Names without the UTF-8 flag may be in any code page: take them as they are.
    this.zip = new ZipInputStream(tail, StandardCharsets.ISO_8859_1);
  }

  @Override
  public boolean next() throws IOException {
    entry = zip.getNextEntry();
    if (entry != null) {
      entries++;
    }
    return entry != null;
  }

  @Override
  public String name() {
    return entry == null ? "" : entry.getName();
  }

  @Override
  public boolean isFile() {
    return entry != null && !entry.isDirectory();
  }

  @Override
  public InputStream content() {
    return zip;
  }

  @Override
  public void finish() throws IOException {
    byte[] rest = new byte[BUFFER];
    while (tail.read(rest) >= 0) {
      in.progress();
    }
    int stated = statedEntries(ByteBuffer.wrap(tail.tail()).order(ByteOrder.LITTLE_ENDIAN));
    if (stated != SEE_ZIP64 && stated != (entries & 0xFFFF)) {
      throw in.error(
          in.count(), "has " + entries + " zip entries, but its directory lists " + stated);
    }
  }

  private int statedEntries(ByteBuffer end) throws IdxFormatException {
    for (int at = end.limit() - END_BYTES; at >= 0; at--) {
      int comment = end.limit() - END_BYTES - at;
      if (end.getInt(at) == END_SIGNATURE
          && Short.toUnsignedInt(end.getShort(at + COMMENT_LENGTH_AT)) == comment) {
        return Short.toUnsignedInt(end.getShort(at + ENTRIES_AT));
      }
    }
    throw in.error(in.count(), "does not end as a zip archive does: cut off, or bytes follow it");
  }
}
