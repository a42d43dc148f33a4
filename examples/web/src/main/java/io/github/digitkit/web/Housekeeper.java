package io.github.digitkit.web;

import io.github.digitkit.web.ops.Health;
import io.github.digitkit.web.store.Retention;
import io.github.digitkit.web.work.NamedThreads;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done now and then, on a thread of its own: ask the database, forget old rows. */
final class Housekeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(NamedThreads.daemons("housekeeper"));

  /** Begins at once. */
  Housekeeper(Health health, Retention retention) {
    var unused = thread.scheduleWithFixedDelay(health::check, 5, 5, TimeUnit.SECONDS);
    unused = thread.scheduleWithFixedDelay(() -> forget(retention), 1, 15, TimeUnit.MINUTES);
  }

  private static void forget(Retention retention) {
    long forgotten = retention.run();
    if (forgotten > 0) {
      LOG.info("{} rows of history reached their end", forgotten);
    }
  }

  /** Stops without waiting for what runs. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
