package io.github.digitkit.web.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/**
 * The database behind the history: an H2 file in the data folder, or any database that a JDBC URL
 * names. Opening it brings its tables up to date. Thread-safe.
 */
public final class Database implements AutoCloseable {
  // H2 delays writes by half a second unless told otherwise, and closes itself on SIGTERM, before
  // the last requests are done.
  private static final String H2_OPTIONS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=16384";
  private static final int CONNECTIONS = 8;

  private final HikariDataSource pool;
  private final boolean embedded;

  /**
   * How to reach a shared database.
   *
   * @param url JDBC URL
   * @param user name, may be empty
   * @param password may be empty
   */
  public record Login(String url, String user, String password) {}

  private Database(HikariDataSource pool, boolean embedded) {
    this.pool = pool;
    this.embedded = embedded;
  }

  /** Opens the file in the data folder, creating it where it is missing. */
  public static Database inFolder(Path folder) {
    String file = folder.toAbsolutePath().resolve("history").toString();
    if (file.contains(";")) {
      throw new IllegalArgumentException(
          "the data folder's name must not contain a semicolon: " + folder);
    }
    return open(new Login("jdbc:h2:file:" + file + H2_OPTIONS, "digitkit", ""), true);
  }

  /** Opens the database of a JDBC URL. */
  public static Database shared(Login login) {
    return open(login, false);
  }

  private static Database open(Login login, boolean embedded) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("history");
    config.setJdbcUrl(login.url());
    config.setUsername(login.user());
    config.setPassword(login.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(5000);
    Database database = new Database(new HikariDataSource(config), embedded);
    Flyway.configure()
        .dataSource(database.pool)
        .locations("classpath:db/migration")
        .load()
        .migrate();
    return database;
  }

  /** A connection from the pool, to be closed after use; it commits by itself. */
  Connection connect() throws SQLException {
    return pool.getConnection();
  }

  /** Forces what was committed onto the disk, where the database does not do that itself. */
  void force(Connection connection) throws SQLException {
    if (embedded) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("CHECKPOINT SYNC");
      }
    }
  }

  /** Whether the database answers. */
  public boolean answers() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      return statement.execute("SELECT 1");
    } catch (SQLException broken) {
      return false;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
