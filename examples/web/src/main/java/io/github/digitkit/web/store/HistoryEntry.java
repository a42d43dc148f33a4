package io.github.digitkit.web.store;

import io.github.digitkit.web.reading.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One row of a visitor's history, without its pictures.
 *
 * @param id of the row
 * @param created when it was read
 * @param kind a digit or a number
 * @param answer the digits read
 * @param confidence 0 to 1
 * @param rejected the reason not to trust the answer, if any
 * @param correction what the visitor says it was, if anything
 * @param details probabilities or boxes as a JSON object
 */
public record HistoryEntry(
    UUID id,
    Instant created,
    Kind kind,
    String answer,
    double confidence,
    Optional<String> rejected,
    Optional<String> correction,
    String details) {
  /** What the visitor holds to be right. */
  public String truth() {
    return correction.orElse(answer);
  }
}
