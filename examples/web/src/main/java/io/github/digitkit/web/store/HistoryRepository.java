package io.github.digitkit.web.store;

import io.github.digitkit.web.reading.Kind;
import io.github.digitkit.web.reading.Reading;
import io.github.digitkit.web.visitor.VisitorId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads, corrects and deletes rows of one visitor's history. Every statement names the visitor:
 * there is no way in here to another visitor's rows. Blocks; thread-safe.
 */
public final class HistoryRepository {
  private static final String COLUMNS =
      "id, created_at, kind, answer, confidence, rejected, correction, details";
  private static final String MATCHES =
      " FROM history WHERE visitor = ? AND COALESCE(correction, answer) LIKE ?";

  private final Database database;

  /** Creates the repository. */
  public HistoryRepository(Database database) {
    this.database = database;
  }

  /**
   * A page of a visitor's rows, newest first.
   *
   * @param search digits that the answer or its correction must contain; empty for all
   * @param page from 0
   * @param size rows a page
   */
  public Page find(VisitorId visitor, String search, int page, int size) {
    String like = "%" + digitsOnly(search) + "%";
    return call(
        "find",
        connection -> {
          long total;
          try (PreparedStatement count =
              prepare(connection, "SELECT COUNT(*)" + MATCHES, visitor.hash(), like)) {
            total = firstLong(count);
          }
          String sql = "SELECT " + COLUMNS + MATCHES + " ORDER BY id DESC LIMIT ? OFFSET ?";
          try (PreparedStatement rows =
              prepare(connection, sql, visitor.hash(), like, size, (long) page * size)) {
            return new Page(entries(rows), total);
          }
        });
  }

  /** A row of a visitor, if there is one with this id. */
  public Optional<HistoryEntry> get(VisitorId visitor, UUID id) {
    return call(
        "get",
        connection -> {
          String sql = "SELECT " + COLUMNS + " FROM history WHERE visitor = ? AND id = ?";
          try (PreparedStatement row = prepare(connection, sql, visitor.hash(), id)) {
            return entries(row).stream().findFirst();
          }
        });
  }

  /** The small picture of a row, a PNG file. */
  public Optional<byte[]> thumbnail(VisitorId visitor, UUID id) {
    return call(
        "thumbnail",
        connection -> {
          String sql = "SELECT thumbnail FROM history WHERE visitor = ? AND id = ?";
          try (PreparedStatement row = prepare(connection, sql, visitor.hash(), id);
              ResultSet result = row.executeQuery()) {
            return result.next() ? Optional.of(result.getBytes(1)) : Optional.empty();
          }
        });
  }

  /**
   * Notes what a picture really was.
   *
   * @param correction digits, or empty to withdraw a correction
   * @return whether the visitor has such a row
   */
  public boolean correct(VisitorId visitor, UUID id, Optional<String> correction) {
    String sql = "UPDATE history SET correction = ? WHERE visitor = ? AND id = ?";
    return update("correct", sql, correction.orElse(null), visitor.hash(), id) == 1;
  }

  /** Deletes a row; says whether the visitor had it. */
  public boolean delete(VisitorId visitor, UUID id) {
    String sql = "DELETE FROM history WHERE visitor = ? AND id = ?";
    return update("delete", sql, visitor.hash(), id) == 1;
  }

  /** Deletes all rows of a visitor, and what else is known of the visitor. */
  public void deleteAll(VisitorId visitor) {
    update("delete all", "DELETE FROM history WHERE visitor = ?", visitor.hash());
    update("delete visitor", "DELETE FROM visitor WHERE id = ?", visitor.hash());
  }

  /** All rows of a visitor, newest first. */
  public List<HistoryEntry> all(VisitorId visitor) {
    return find(visitor, "", 0, Integer.MAX_VALUE).entries();
  }

  /**
   * The digits of a visitor as training data, oldest first: those that were corrected, and those
   * that were accepted and not corrected.
   */
  public List<SeenDigit> seenDigits(VisitorId visitor) {
    String sql =
        "SELECT COALESCE(correction, answer), seen FROM history WHERE visitor = ?"
            + " AND seen IS NOT NULL AND (correction IS NOT NULL OR rejected IS NULL) ORDER BY id";
    return call(
        "training data",
        connection -> {
          List<SeenDigit> digits = new ArrayList<>();
          try (PreparedStatement rows = prepare(connection, sql, visitor.hash());
              ResultSet result = rows.executeQuery()) {
            while (result.next()) {
              addDigits(digits, result.getString(1), result.getBytes(2));
            }
          }
          return digits;
        });
  }

  private static void addDigits(List<SeenDigit> digits, String labels, byte[] seen) {
    // A correction of another length says that the digits were cut wrongly: no picture has a label.
    if (labels.length() * Reading.SEEN_SIZE != seen.length) {
      return;
    }
    for (int i = 0; i < labels.length(); i++) {
      int from = i * Reading.SEEN_SIZE;
      byte[] pixels = Arrays.copyOfRange(seen, from, from + Reading.SEEN_SIZE);
      digits.add(new SeenDigit(labels.charAt(i) - '0', pixels));
    }
  }

  private static List<HistoryEntry> entries(PreparedStatement statement) throws SQLException {
    List<HistoryEntry> entries = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        entries.add(
            new HistoryEntry(
                row.getObject("id", UUID.class),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Kind.ofCode(row.getString("kind")),
                row.getString("answer"),
                row.getDouble("confidence"),
                Optional.ofNullable(row.getString("rejected")),
                Optional.ofNullable(row.getString("correction")),
                row.getString("details")));
      }
    }
    return entries;
  }

  private int update(String what, String sql, @Nullable Object... values) {
    return call(
        what,
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
          }
        });
  }

  private <T> T call(String what, SqlCall<T> action) {
    try (Connection connection = database.connect()) {
      return action.on(connection);
    } catch (SQLException failed) {
      throw new StoreException("history: " + what + " failed", failed);
    }
  }

  @FunctionalInterface
  private interface SqlCall<T> {
    T on(Connection connection) throws SQLException;
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static long firstLong(PreparedStatement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }

  private static String digitsOnly(String search) {
    return search.replaceAll("[^0-9]", "");
  }
}
