package io.github.digitkit.web.ops;

import io.github.digitkit.web.http.Reply;
import io.github.digitkit.web.http.Route;
import io.github.digitkit.web.store.Database;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Answers probes. {@code /healthz}: the process lives, leave it alone. {@code /readyz}: send it
 * visitors; not while it starts, while its database does not answer, or while it is being stopped.
 */
public final class Health {
  private final Database database;
  private volatile boolean draining;
  private volatile boolean databaseAnswers = true;

  /** Creates the probes. */
  public Health(Database database) {
    this.database = database;
  }

  /** Asks the database; called now and then, so that probes never wait for it. */
  public void check() {
    databaseAnswers = database.answers();
  }

  /** From now on not ready. */
  public void drain() {
    draining = true;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(probe("/healthz", Health::alive), probe("/readyz", this::ready));
  }

  private static Route probe(String path, Supplier<Reply> answer) {
    return new Route(
        "GET", path, Route.Access.PROBE, call -> CompletableFuture.completedFuture(answer.get()));
  }

  private static Reply alive() {
    return Reply.json(Map.of("status", "up"));
  }

  private Reply ready() {
    if (draining) {
      return Reply.json(Map.of("status", "draining")).withStatus(503);
    }
    return databaseAnswers
        ? Reply.json(Map.of("status", "ready"))
        : Reply.json(Map.of("status", "database does not answer")).withStatus(503);
  }
}
