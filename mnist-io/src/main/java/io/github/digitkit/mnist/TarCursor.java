package io.github.digitkit.mnist;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/** The entries of a tar archive. */
final class TarCursor implements ArchiveCursor {
  private static final int RECORD = TarConstants.DEFAULT_RCDSIZE;
  private static final int BUFFER = 8192;

  private final MeteredInputStream in;
  private final TarArchiveInputStream tar;
  private @Nullable TarArchiveEntry entry;

  TarCursor(MeteredInputStream in) {
    this.in = in;
    // Blocks of one record, or the stream would skip what follows the end within a larger block.
    this.tar = new TarArchiveInputStream(in, RECORD, RECORD, "UTF-8");
  }

  @Override
  public boolean next() throws IOException {
    entry = tar.getNextEntry();
    if (entry != null && entry.isSparse()) {
      throw in.error(in.count(), "sparse tar entries are not supported");
    }
    return entry != null;
  }

  @Override
  public String name() {
    return entry == null ? "" : entry.getName();
  }

  @Override
  public boolean isFile() {
    return entry != null
        && entry.isFile()
        && !entry.isLink()
        && !entry.isSymbolicLink()
        && !entry.isBlockDevice()
        && !entry.isCharacterDevice()
        && !entry.isFIFO();
  }

  @Override
  public InputStream content() {
    return tar;
  }

  @Override
  public void finish() throws IOException {
    byte[] rest = new byte[BUFFER];
    for (int n = in.read(rest); n >= 0; n = in.read(rest)) {
      in.progress();
      for (int i = 0; i < n; i++) {
        if (rest[i] != 0) {
          throw in.error(in.count() - n + i, "goes on after the end of the tar archive");
        }
      }
    }
  }
}
