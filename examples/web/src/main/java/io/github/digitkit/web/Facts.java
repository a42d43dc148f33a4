package io.github.digitkit.web;

import io.github.digitkit.web.config.ByteSize;
import io.github.digitkit.web.config.Settings;
import java.util.Map;

/** What the pages say about this server. */
final class Facts {
  private static final int PIXELS_A_MEGAPIXEL = 1_000_000;

  private Facts() {}

  static Map<String, String> of(Settings settings) {
    return Map.of(
        "maxUpload", new ByteSize(settings.maxUpload()) + "B",
        "maxMegapixels", Long.toString(settings.maxPixels() / PIXELS_A_MEGAPIXEL),
        "historyRows", Integer.toString(settings.historyRows()),
        "retentionDays", Integer.toString(settings.retentionDays()),
        "version", version());
  }

  static String version() {
    String version = Facts.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
