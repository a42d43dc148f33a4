package io.github.digitkit.web.store;

import io.github.digitkit.web.reading.Kind;
import io.github.digitkit.web.visitor.VisitorId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Rows for tests. */
final class Rows {
  private Rows() {}

  static NewEntry of(String visitor, boolean first, UUID id, String answer) {
    return at(Instant.now(), visitor, first, id, answer);
  }

  static NewEntry at(Instant created, String visitor, boolean first, UUID id, String answer) {
    HistoryEntry entry =
        new HistoryEntry(
            id, created, Kind.DIGIT, answer, 0.9, Optional.empty(), Optional.empty(), "{}");
    return new NewEntry(
        new VisitorId(visitor), first, entry, new byte[1], new byte[784], Optional.empty());
  }
}
