package io.github.digitkit.web.store;

import io.github.digitkit.web.work.NamedThreads;
import io.github.digitkit.web.work.OverloadedException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores new rows in groups: one transaction and one sync of the disk for all rows that arrived
 * while the previous group was written. A row's future completes after its group is on the disk, so
 * what was acknowledged survives a crash. Thread-safe.
 */
public final class HistoryWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HistoryWriter.class);
  private static final int WAITING_ROWS = 512;
  private static final int GROUP = 128;

  private static final String SEEN_VISITOR = "UPDATE visitor SET seen_at = ? WHERE id = ?";
  private static final String NEW_VISITOR =
      "INSERT INTO visitor (id, created_at, seen_at) VALUES (?, ?, ?)";
  private static final String REPLACE = "DELETE FROM history WHERE visitor = ? AND id = ?";
  private static final String INSERT =
      "INSERT INTO history (id, visitor, created_at, kind, answer, confidence, rejected, details,"
          + " thumbnail, seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String TRIM =
      "DELETE FROM history WHERE visitor = ? AND id <="
          + " (SELECT id FROM history WHERE visitor = ? ORDER BY id DESC LIMIT 1 OFFSET ?)";

  private final Database database;
  private final int rowsPerVisitor;
  private final TimeOrderedId ids = new TimeOrderedId();
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING_ROWS);
  private final Thread thread;
  private volatile boolean closing;

  private record Waiting(NewEntry row, CompletableFuture<Outcome> result) {}

  /** What became of a row. */
  public enum Outcome {
    /** It is on the disk. */
    STORED,
    /** There is no such visitor (any more); nothing was stored. */
    UNKNOWN_VISITOR
  }

  /**
   * Starts the writing thread.
   *
   * @param rowsPerVisitor beyond which a visitor's oldest rows are dropped
   */
  public HistoryWriter(Database database, int rowsPerVisitor) {
    this.database = database;
    this.rowsPerVisitor = rowsPerVisitor;
    this.thread = NamedThreads.daemons("history").newThread(this::writeGroups);
    thread.start();
  }

  /** A fresh id for a row, larger than all before. */
  public UUID nextId() {
    return ids.next();
  }

  /** Stores a row; completes when it is on the disk. */
  public CompletableFuture<Outcome> store(NewEntry row) {
    CompletableFuture<Outcome> result = new CompletableFuture<>();
    if (closing || !queue.offer(new Waiting(row, result))) {
      result.completeExceptionally(new OverloadedException("too many rows wait for the disk"));
    }
    return result;
  }

  private void writeGroups() {
    List<Waiting> group = new ArrayList<>();
    try {
      while (!closing || !queue.isEmpty()) {
        Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          queue.drainTo(group, GROUP - 1);
          write(group);
          group.clear();
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(List<Waiting> group) {
    try {
      acknowledge(commit(group));
    } catch (SQLException failed) {
      if (group.size() == 1) {
        group.get(0).result().completeExceptionally(new StoreException("row not stored", failed));
        return;
      }
      // One bad row must not take the others with it.
      LOG.warn("a group of {} rows failed, storing them one by one", group.size(), failed);
      group.forEach(waiting -> write(List.of(waiting)));
    }
  }

  private static void acknowledge(Map<Waiting, Outcome> outcomes) {
    outcomes.forEach((waiting, outcome) -> waiting.result().completeAsync(() -> outcome));
  }

  private Map<Waiting, Outcome> commit(List<Waiting> group) throws SQLException {
    Map<Waiting, Outcome> outcomes = new LinkedHashMap<>();
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      try {
        Set<String> visitors = new HashSet<>();
        for (Waiting waiting : group) {
          outcomes.put(waiting, insert(connection, waiting.row()));
          visitors.add(waiting.row().visitor().hash());
        }
        for (String visitor : visitors) {
          execute(connection, TRIM, visitor, visitor, rowsPerVisitor);
        }
        connection.commit();
        database.force(connection);
      } catch (SQLException failed) {
        connection.rollback();
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    }
    return outcomes;
  }

  private static Outcome insert(Connection connection, NewEntry row) throws SQLException {
    HistoryEntry entry = row.entry();
    String visitor = row.visitor().hash();
    long now = entry.created().toEpochMilli();
    if (row.firstOfVisitor()) {
      execute(connection, NEW_VISITOR, visitor, now, now);
    } else if (execute(connection, SEEN_VISITOR, now, visitor) == 0) {
      return Outcome.UNKNOWN_VISITOR;
    }
    if (row.replaces().isPresent()) {
      execute(connection, REPLACE, visitor, row.replaces().get());
    }
    execute(
        connection,
        INSERT,
        entry.id(),
        visitor,
        now,
        entry.kind().code(),
        entry.answer(),
        entry.confidence(),
        entry.rejected().orElse(null),
        entry.details(),
        row.thumbnail(),
        row.seen());
    return Outcome.STORED;
  }

  private static int execute(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }

  /** Rows that wait for the disk now. */
  public int waiting() {
    return queue.size();
  }

  /** Stores what waits, then ends the thread. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(10_000);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
