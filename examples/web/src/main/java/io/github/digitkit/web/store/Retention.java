package io.github.digitkit.web.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets rows that are too old or too many, and visitors without rows. Thread-safe. */
public final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  // Small bites, so that visitors' own requests get their turn in between.
  private static final int BITE = 1000;
  private static final String OLD =
      "DELETE FROM history WHERE id IN"
          + " (SELECT id FROM history WHERE created_at < ? ORDER BY created_at LIMIT ?)";
  private static final String OLDEST =
      "DELETE FROM history WHERE id IN (SELECT id FROM history ORDER BY created_at LIMIT ?)";
  private static final String VISITORS =
      "DELETE FROM visitor WHERE seen_at < ?"
          + " AND NOT EXISTS (SELECT 1 FROM history WHERE history.visitor = visitor.id)";

  private final Database database;
  private final Duration age;
  private final long rows;
  private final Clock clock;

  /**
   * Creates the rules.
   *
   * @param age after which a row is forgotten
   * @param rows of all visitors together, beyond which the oldest are forgotten
   */
  public Retention(Database database, Duration age, long rows, Clock clock) {
    this.database = database;
    this.age = age;
    this.rows = rows;
    this.clock = clock;
  }

  /** Forgets what is due now; the number of rows forgotten. */
  public long run() {
    long limit = clock.instant().minus(age).toEpochMilli();
    try (Connection connection = database.connect()) {
      long forgotten = 0;
      int bite;
      do {
        bite = delete(connection, OLD, limit, BITE);
        forgotten += bite;
      } while (bite == BITE);
      forgotten += forgetOldest(connection, count(connection) - rows);
      delete(connection, VISITORS, limit);
      return forgotten;
    } catch (SQLException failed) {
      LOG.warn("forgetting old rows failed, the next round tries again", failed);
      return 0;
    }
  }

  private static long forgetOldest(Connection connection, long excess) throws SQLException {
    long left = excess;
    long forgotten = 0;
    while (left > 0) {
      int bite = delete(connection, OLDEST, Math.min(left, BITE));
      if (bite == 0) {
        break;
      }
      forgotten += bite;
      left -= bite;
    }
    return forgotten;
  }

  private static long count(Connection connection) throws SQLException {
    try (PreparedStatement count = connection.prepareStatement("SELECT COUNT(*) FROM history");
        ResultSet result = count.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }

  private static int delete(Connection connection, String sql, long... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setLong(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }
}
