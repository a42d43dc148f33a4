package io.github.digitkit.mnist;

import java.io.IOException;
import java.net.URI;

/** Hears how a download goes, on the thread that downloads. */
public interface DownloadListener {
  /** A listener that does nothing. */
  DownloadListener SILENT = new DownloadListener() {};

  /**
   * Some of a file has come.
   *
   * @param file its name
   * @param bytes how much is there, with what an earlier run left
   * @param total how much there will be, or -1 if the server does not say
   */
  default void progressed(String file, long bytes, long total) {}

  /** A file is there and is the right one. */
  default void finished(String file) {}

  /** A mirror did not give the file; the next one, if any, is asked. */
  default void failed(String file, URI mirror, IOException reason) {}
}
