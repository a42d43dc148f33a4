package io.github.digitkit.web.store;

import io.github.digitkit.web.visitor.VisitorId;
import java.util.Optional;
import java.util.UUID;

/**
 * A row to be stored.
 *
 * @param visitor whose row it is
 * @param firstOfVisitor whether the visitor is created with it
 * @param entry the row
 * @param thumbnail a small PNG
 * @param seen 28x28 pictures, concatenated
 * @param replaces a row of the same visitor that this one stands for, if any
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on to the database, never compared.
public record NewEntry(
    VisitorId visitor,
    boolean firstOfVisitor,
    HistoryEntry entry,
    byte[] thumbnail,
    byte[] seen,
    Optional<UUID> replaces) {}
