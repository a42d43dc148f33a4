package io.github.digitkit.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.digitkit.web.visitor.VisitorId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  private static final VisitorId VISITOR = new VisitorId("v");

  @TempDir Path folder;
  private Database database;
  private HistoryWriter writer;
  private HistoryRepository history;

  @BeforeEach
  void open() {
    database = Database.inFolder(folder);
    writer = new HistoryWriter(database, 1000);
    history = new HistoryRepository(database);
  }

  @AfterEach
  void close() {
    writer.close();
    database.close();
  }

  @Test
  void storesRowsThatComeTogetherAsOneGroup() {
    writer.store(Rows.of("v", true, writer.nextId(), "1")).join();
    List<CompletableFuture<HistoryWriter.Outcome>> results = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      results.add(writer.store(Rows.of("v", false, writer.nextId(), "" + i % 10)));
    }
    assertThat(results).allMatch(result -> result.join() == HistoryWriter.Outcome.STORED);
    assertThat(history.all(VISITOR)).hasSize(301);
  }

  @Test
  void oneBadRowDoesNotTakeTheOthersWithIt() {
    writer.store(Rows.of("v", true, writer.nextId(), "1")).join();
    UUID twice = writer.nextId();
    List<CompletableFuture<HistoryWriter.Outcome>> results = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      UUID id = i == 3 || i == 7 ? twice : writer.nextId();
      results.add(writer.store(Rows.of("v", false, id, "" + i)));
    }
    long failed = 0;
    for (CompletableFuture<HistoryWriter.Outcome> result : results) {
      failed += result.handle((outcome, failure) -> failure == null ? 0 : 1).join();
    }
    assertThat(failed).isEqualTo(1);
    assertThat(history.all(VISITOR)).hasSize(10);
  }

  @Test
  void storesNothingForAVisitorWhoIsNotThere() {
    assertThat(writer.store(Rows.of("nobody", false, writer.nextId(), "1")).join())
        .isEqualTo(HistoryWriter.Outcome.UNKNOWN_VISITOR);
  }

  @Test
  void storesNothingAfterItWasClosed() {
    writer.close();
    assertThatThrownBy(() -> writer.store(Rows.of("v", true, UUID.randomUUID(), "1")).join())
        .hasMessageContaining("wait for the disk");
  }

  @Test
  void forgetsWhatIsTooOldAndThenVisitorsWithoutRows() {
    Instant now = Instant.parse("2026-06-01T00:00:00Z");
    Instant old = now.minus(Duration.ofDays(91));
    writer.store(Rows.at(old, "gone", true, writer.nextId(), "1")).join();
    writer.store(Rows.at(old, "v", true, writer.nextId(), "2")).join();
    writer.store(Rows.at(now, "v", false, writer.nextId(), "3")).join();
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    assertThat(new Retention(database, Duration.ofDays(90), 100, clock).run()).isEqualTo(2);
    assertThat(history.all(VISITOR)).extracting(HistoryEntry::answer).containsExactly("3");
    assertThat(writer.store(Rows.of("gone", false, writer.nextId(), "4")).join())
        .isEqualTo(HistoryWriter.Outcome.UNKNOWN_VISITOR);
  }

  @Test
  void forgetsTheOldestBeyondTheTotal() {
    Instant now = Instant.now();
    for (int i = 0; i < 10; i++) {
      writer.store(Rows.at(now.plusMillis(i), "v" + i, true, writer.nextId(), "" + i)).join();
    }
    assertThat(new Retention(database, Duration.ofDays(90), 4, Clock.systemUTC()).run())
        .isEqualTo(6);
    assertThat(history.all(new VisitorId("v5"))).isEmpty();
    assertThat(history.all(new VisitorId("v6"))).hasSize(1);
  }

  @Test
  void idsGrow() {
    TimeOrderedId ids = new TimeOrderedId();
    String before = "";
    for (int i = 0; i < 20_000; i++) {
      UUID id = ids.next();
      assertThat(id.version()).isEqualTo(7);
      assertThat(id.variant()).isEqualTo(2);
      assertThat(id.toString()).isGreaterThan(before);
      before = id.toString();
    }
  }
}
