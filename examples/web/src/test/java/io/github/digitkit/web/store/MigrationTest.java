package io.github.digitkit.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.digitkit.web.visitor.VisitorId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationTest {
  private static final String ID = "01a20907-868f-7000-b16f-e8e482fb87ef";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3"})
  void aDatabaseOfAnEarlierVersionKeepsItsRows(String version) throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("history");
    Flyway.configure()
        .dataSource(url, "digitkit", "")
        .locations("classpath:db/migration")
        .target(version)
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(url, "digitkit", "");
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO visitor VALUES ('v', 1, 1)");
      statement.execute(
          "INSERT INTO history (id, visitor, created_at, answer, confidence, thumbnail) VALUES ('"
              + ID
              + "', 'v', 1, '7', 0.9, X'00')");
    }
    try (Database database = Database.inFolder(folder)) {
      List<HistoryEntry> rows = new HistoryRepository(database).all(new VisitorId("v"));
      assertThat(rows).hasSize(1);
      assertThat(rows.get(0).answer()).isEqualTo("7");
      assertThat(rows.get(0).details()).isEqualTo("{}");
      assertThat(new HistoryRepository(database).seenDigits(new VisitorId("v")))
          .as("rows from before the pictures were kept")
          .isEmpty();
    }
  }

  @Test
  void severalInstancesShareADatabaseServer() throws Exception {
    Server h2 =
        Server.createTcpServer(
                "-tcpPort", "0", "-ifNotExists", "-baseDir", folder.toAbsolutePath().toString())
            .start();
    Database.Login login =
        new Database.Login("jdbc:h2:tcp://localhost:" + h2.getPort() + "/history", "sa", "");
    try (Database first = Database.shared(login);
        Database second = Database.shared(login);
        HistoryWriter writer = new HistoryWriter(first, 10)) {
      writer.store(Rows.of("v", true, writer.nextId(), "4")).get();
      assertThat(new HistoryRepository(second).all(new VisitorId("v"))).hasSize(1);
    } finally {
      h2.stop();
    }
  }
}
