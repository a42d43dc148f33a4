package io.github.digitkit.mnist;

import java.io.IOException;
import java.io.InputStream;

/** Walks once over the entries of an archive. For one thread. */
interface ArchiveCursor {
  /** Goes to the next entry, the first at first; returns whether there is one. */
  boolean next() throws IOException;

  String name();

  /** Returns whether the entry has content of its own: not a folder, link or device. */
  boolean isFile();

  /** Returns the entry's bytes, valid until {@link #next()}. */
  InputStream content();

  /** Checks, after the last entry, that the archive is whole and that nothing follows it. */
  void finish() throws IOException;
}
