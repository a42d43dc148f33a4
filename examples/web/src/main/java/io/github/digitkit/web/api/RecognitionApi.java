package io.github.digitkit.web.api;

import io.github.digitkit.web.http.Call;
import io.github.digitkit.web.http.Json;
import io.github.digitkit.web.http.Problem;
import io.github.digitkit.web.http.ProblemException;
import io.github.digitkit.web.http.Reply;
import io.github.digitkit.web.http.Route;
import io.github.digitkit.web.http.Upload;
import io.github.digitkit.web.http.Uploads;
import io.github.digitkit.web.reading.Kind;
import io.github.digitkit.web.reading.Reading;
import io.github.digitkit.web.reading.Thumbnail;
import io.github.digitkit.web.reading.UnreadablePictureException;
import io.github.digitkit.web.store.HistoryEntry;
import io.github.digitkit.web.store.HistoryWriter;
import io.github.digitkit.web.store.NewEntry;
import io.github.digitkit.web.visitor.VisitorCookie;
import io.github.digitkit.web.work.Readings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Reads pictures. A stroke that is read while the pen moves is not stored; what the visitor means
 * to keep comes with {@code save=true}, and its answer is sent after its row is on the disk.
 */
public final class RecognitionApi {
  private static final int MOST_STORED_DIGITS = 32;
  // Made once: in a flood nearly every answer is this one.
  private static final Reply BUSY =
      Reply.problem(Problem.overloaded("Try again in a moment: the drawing queue is full."));

  private final Readings readings;
  private final HistoryWriter writer;
  private final VisitorCookie cookie;
  private final Clock clock;

  /** Creates the routes' handlers. */
  public RecognitionApi(
      Readings readings, HistoryWriter writer, VisitorCookie cookie, Clock clock) {
    this.readings = readings;
    this.writer = writer;
    this.cookie = cookie;
    this.clock = clock;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.of("POST", "/api/v1/recognitions", call -> recognize(call, Kind.DIGIT)),
        Route.of("POST", "/api/v1/numbers", call -> recognize(call, Kind.NUMBER)));
  }

  /** What a call asks for. */
  private record Wish(Kind kind, boolean save, Optional<UUID> replaces) {
    static Wish of(Call call, Kind kind) {
      Optional<UUID> replaces = call.query("replaces").map(Ids::parse);
      return new Wish(kind, call.flag("save"), replaces);
    }
  }

  /** A reading on its way to its row. */
  @SuppressWarnings("ArrayRecordComponent") // Handed from stage to stage, never compared.
  private record Read(Reading reading, Map<String, Object> answer, byte[] thumbnail) {}

  private CompletionStage<Reply> recognize(Call call, Kind kind) {
    Visit visit = Visit.of(cookie.of(call));
    return call.body()
        .thenCompose(
            body -> {
              // Only now: a connection whose request was not read to its end must be closed.
              Wish wish = Wish.of(call, kind);
              if (readings.overloaded()) {
                return done(BUSY);
              }
              if (body.length == 0) {
                throw new ProblemException(
                    Problem.badRequest("The body is empty: send a picture."));
              }
              CompletableFuture<Map<String, Object>> answer =
                  Uploads.isMultipart(call.contentType())
                      ? many(Uploads.files(call.contentType(), body), wish, visit)
                      : one(body, wish, visit);
              return answer.thenApply(known -> visit.sign(cookie, call, Reply.json(known)));
            });
  }

  private CompletableFuture<Map<String, Object>> one(byte[] picture, Wish wish, Visit visit) {
    return readings
        .read(
            picture,
            wish.kind(),
            (reading, took) ->
                new Read(
                    reading,
                    Answers.of(reading, took),
                    wish.save() ? Thumbnail.png(reading.picture()) : new byte[0]))
        .thenCompose(read -> wish.save() ? save(read, wish, visit) : done(read.answer()));
  }

  /** One after the other: a request with many files gets no more workers than others. */
  private CompletableFuture<Map<String, Object>> many(List<Upload> files, Wish wish, Visit visit) {
    List<Map<String, Object>> results = new ArrayList<>();
    CompletableFuture<Void> chain = CompletableFuture.completedFuture(null);
    for (Upload file : files) {
      chain =
          chain
              .thenCompose(done -> one(file.bytes(), wish, visit))
              .exceptionally(RecognitionApi::unreadable)
              .thenAccept(answer -> results.add(named(file, answer)));
    }
    return chain.thenApply(done -> Map.of("results", results));
  }

  /** A file that cannot be read does not keep the others from being read. */
  private static Map<String, Object> unreadable(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    if (cause instanceof UnreadablePictureException) {
      return Map.of(
          "error", Problem.unreadablePicture(String.valueOf(cause.getMessage())).members());
    }
    throw new CompletionException(cause);
  }

  private static Map<String, Object> named(Upload file, Map<String, Object> answer) {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("file", file.name());
    named.putAll(answer);
    return named;
  }

  private CompletableFuture<Map<String, Object>> save(Read read, Wish wish, Visit visit) {
    NewEntry row = row(read, wish, visit);
    return writer
        .store(row)
        .thenCompose(
            outcome -> {
              if (outcome == HistoryWriter.Outcome.UNKNOWN_VISITOR) {
                visit.restart();
                return save(read, wish, visit);
              }
              visit.stored();
              read.answer().put("id", row.entry().id());
              return done(read.answer());
            });
  }

  private NewEntry row(Read read, Wish wish, Visit visit) {
    Reading reading = read.reading();
    if (reading.answer().length() > MOST_STORED_DIGITS) {
      throw new ProblemException(
          Problem.badRequest(
              "A number of more than " + MOST_STORED_DIGITS + " digits is not kept in history."));
    }
    HistoryEntry entry =
        new HistoryEntry(
            writer.nextId(),
            clock.instant(),
            reading.kind(),
            reading.answer(),
            reading.confidence(),
            reading.rejected(),
            Optional.empty(),
            Json.text(Answers.details(reading)));
    return new NewEntry(
        visit.token().id(),
        !visit.known(),
        entry,
        read.thumbnail(),
        reading.seen(),
        wish.replaces());
  }

  private static <T> CompletableFuture<T> done(T answer) {
    return CompletableFuture.completedFuture(answer);
  }
}
