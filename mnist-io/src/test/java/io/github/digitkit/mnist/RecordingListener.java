package io.github.digitkit.mnist;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Writes down what it hears. */
record RecordingListener(List<String> events) implements DownloadListener {
  @Override
  public void progressed(String file, long bytes, long total) {
    events.add(bytes + " of " + total);
  }

  @Override
  public void finished(String file) {
    events.add("finished " + file);
  }

  @Override
  public void failed(String file, URI mirror, IOException reason) {
    events.add("failed " + reason.getMessage());
  }
}
