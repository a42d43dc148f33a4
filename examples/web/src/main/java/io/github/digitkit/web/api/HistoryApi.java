package io.github.digitkit.web.api;

import io.github.digitkit.web.http.Call;
import io.github.digitkit.web.http.Json;
import io.github.digitkit.web.http.Problem;
import io.github.digitkit.web.http.ProblemException;
import io.github.digitkit.web.http.Reply;
import io.github.digitkit.web.http.Route;
import io.github.digitkit.web.store.HistoryEntry;
import io.github.digitkit.web.store.HistoryRepository;
import io.github.digitkit.web.store.Page;
import io.github.digitkit.web.visitor.Token;
import io.github.digitkit.web.visitor.VisitorCookie;
import io.github.digitkit.web.visitor.VisitorId;
import io.github.digitkit.web.work.Lane;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** A visitor's own history: look, search, correct, delete. */
public final class HistoryApi {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,32}");
  private static final int PAGE_SIZE = 20;

  private final HistoryRepository history;
  private final VisitorCookie cookie;
  private final Lane storage;

  /**
   * Creates the routes' handlers.
   *
   * @param storage where calls may wait for the database
   */
  public HistoryApi(HistoryRepository history, VisitorCookie cookie, Lane storage) {
    this.history = history;
    this.cookie = cookie;
    this.storage = storage;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/v1/history", this::find),
        Route.of("DELETE", "/api/v1/history", this::deleteAll),
        Route.of("GET", "/api/v1/history/{id}", this::get),
        Route.of("DELETE", "/api/v1/history/{id}", this::delete),
        Route.of("GET", "/api/v1/history/{id}/picture", this::picture),
        Route.of("PUT", "/api/v1/history/{id}/correction", this::correct),
        Route.of("DELETE", "/api/v1/history/{id}/correction", this::withdraw));
  }

  private CompletionStage<Reply> find(Call call) {
    String search = call.query("q").orElse("");
    if (!search.isEmpty() && !NUMBER.matcher(search).matches()) {
      throw new ProblemException(Problem.badRequest("Parameter 'q' must be 1 to 32 digits."));
    }
    int page = call.number("page", 0, 0, 1_000_000);
    int size = call.number("size", PAGE_SIZE, 1, 100);
    Optional<Token> token = cookie.of(call);
    return storage.submit(
        () -> {
          Page found =
              token
                  .map(secret -> history.find(secret.id(), search, page, size))
                  .orElse(new Page(List.of(), 0));
          Map<String, Object> answer = new LinkedHashMap<>();
          answer.put("entries", found.entries().stream().map(HistoryApi::json).toList());
          answer.put("total", found.total());
          answer.put("page", page);
          answer.put("size", size);
          return Reply.json(answer);
        });
  }

  private CompletionStage<Reply> get(Call call) {
    return onRow(call, (visitor, id) -> history.get(visitor, id).map(e -> Reply.json(json(e))));
  }

  private CompletionStage<Reply> picture(Call call) {
    return onRow(
        call,
        (visitor, id) ->
            history
                .thumbnail(visitor, id)
                .map(png -> Reply.of("image/png", png))
                .map(reply -> reply.with("Cache-Control", "private, max-age=86400, immutable")));
  }

  private CompletionStage<Reply> delete(Call call) {
    return onRow(call, (visitor, id) -> done(history.delete(visitor, id)));
  }

  private CompletionStage<Reply> deleteAll(Call call) {
    Optional<Token> token = cookie.of(call);
    return storage.submit(
        () -> {
          token.ifPresent(secret -> history.deleteAll(secret.id()));
          return Reply.noContent();
        });
  }

  private CompletionStage<Reply> correct(Call call) {
    return call.body()
        .thenCompose(
            body -> {
              String answer = String.valueOf(Json.object(body).get("answer"));
              if (!NUMBER.matcher(answer).matches()) {
                throw new ProblemException(
                    Problem.badRequest("Member 'answer' must be 1 to 32 digits."));
              }
              return correctTo(call, Optional.of(answer));
            });
  }

  private CompletionStage<Reply> withdraw(Call call) {
    return correctTo(call, Optional.empty());
  }

  private CompletionStage<Reply> correctTo(Call call, Optional<String> answer) {
    return onRow(call, (visitor, id) -> done(history.correct(visitor, id, answer)));
  }

  private static Optional<Reply> done(boolean found) {
    return found ? Optional.of(Reply.noContent()) : Optional.empty();
  }

  /** Does something with a row of the caller's, or says that there is none. */
  private CompletionStage<Reply> onRow(
      Call call, BiFunction<VisitorId, UUID, Optional<Reply>> action) {
    UUID id = Ids.parse(call.path("id"));
    VisitorId visitor = cookie.of(call).orElseThrow(Ids::missing).id();
    return storage.submit(() -> action.apply(visitor, id).orElseThrow(Ids::missing));
  }

  /** The JSON members of a row, in order. */
  static Map<String, Object> json(HistoryEntry entry) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", entry.id());
    members.put("created", entry.created().toString());
    members.put("kind", entry.kind().code());
    members.put("answer", entry.answer());
    members.put("confidence", entry.confidence());
    members.put("rejected", entry.rejected().orElse(null));
    members.put("correction", entry.correction().orElse(null));
    members.put("picture", "/api/v1/history/" + entry.id() + "/picture");
    members.putAll(Json.object(entry.details().getBytes(StandardCharsets.UTF_8)));
    return members;
  }
}
