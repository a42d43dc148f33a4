package io.github.digitkit.cli;

import io.github.digitkit.mnist.DownloadListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;

/** Tells on standard error how a download goes, a line for every fifth of a file. */
final class DownloadLog implements DownloadListener {
  private static final int PARTS = 5;

  private final PrintWriter err;
  private String current = "";
  private long told;

  DownloadLog(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void progressed(String file, long bytes, long total) {
    if (!file.equals(current)) {
      current = file;
      told = 0;
    }
    long part = total > 0 ? bytes * PARTS / total : 0;
    if (part > told) {
      told = part;
      err.println(file + ": " + bytes * 100 / total + " % of " + total / 1000 + " kB");
      err.flush();
    }
  }

  @Override
  public void finished(String file) {
    err.println(file + ": verified");
    err.flush();
  }

  @Override
  public void failed(String file, URI mirror, IOException reason) {
    err.println(file + ": " + mirror + " failed: " + Failures.message(reason));
    err.flush();
  }
}
