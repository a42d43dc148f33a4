package io.github.digitkit.web.api;

import io.github.digitkit.mnist.IdxArray;
import io.github.digitkit.mnist.IdxWriter;
import io.github.digitkit.web.http.Call;
import io.github.digitkit.web.http.Json;
import io.github.digitkit.web.http.Problem;
import io.github.digitkit.web.http.ProblemException;
import io.github.digitkit.web.http.Reply;
import io.github.digitkit.web.http.Route;
import io.github.digitkit.web.reading.Reading;
import io.github.digitkit.web.store.HistoryEntry;
import io.github.digitkit.web.store.HistoryRepository;
import io.github.digitkit.web.store.SeenDigit;
import io.github.digitkit.web.visitor.VisitorCookie;
import io.github.digitkit.web.visitor.VisitorId;
import io.github.digitkit.web.work.Lane;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.CompletionStage;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Gives a visitor the whole history to take away. */
public final class ExportApi {
  private static final int SIDE = 28;

  private final HistoryRepository history;
  private final VisitorCookie cookie;
  private final Lane storage;

  /** Creates the routes' handlers. */
  public ExportApi(HistoryRepository history, VisitorCookie cookie, Lane storage) {
    this.history = history;
    this.cookie = cookie;
    this.storage = storage;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(Route.of("GET", "/api/v1/history/export", this::export));
  }

  private CompletionStage<Reply> export(Call call) {
    String format = call.query("format").orElse("csv");
    if (!List.of("csv", "json", "idx").contains(format)) {
      throw new ProblemException(
          Problem.badRequest("Parameter 'format' must be csv, json or idx."));
    }
    Optional<VisitorId> visitor = cookie.of(call).map(token -> token.id());
    return storage.submit(
        () ->
            switch (format) {
              case "json" -> download("json", "application/json", json(rows(visitor)));
              case "idx" -> download("zip", "application/zip", idx(digits(visitor)));
              default -> download("csv", "text/csv; charset=utf-8", csv(rows(visitor)));
            });
  }

  private List<HistoryEntry> rows(Optional<VisitorId> visitor) {
    return visitor.map(history::all).orElse(List.of());
  }

  private List<SeenDigit> digits(Optional<VisitorId> visitor) {
    List<SeenDigit> digits = visitor.map(history::seenDigits).orElse(List.of());
    if (digits.isEmpty()) {
      throw new ProblemException(
          Problem.notFound("Your history has no digit yet that was accepted or corrected."));
    }
    return digits;
  }

  private static Reply download(String ending, String type, byte[] body) {
    return Reply.of(type, body)
        .with("Content-Disposition", "attachment; filename=\"digitkit-history." + ending + "\"");
  }

  private static byte[] json(List<HistoryEntry> rows) {
    return Json.bytes(rows.stream().map(HistoryApi::json).toList());
  }

  /** Every value is a number, a time or a constant: nothing needs quotes, nothing is a formula. */
  private static byte[] csv(List<HistoryEntry> rows) {
    StringJoiner lines =
        new StringJoiner("\r\n", "id,created,kind,answer,confidence,rejected,correction\r\n", "");
    for (HistoryEntry row : rows) {
      lines.add(
          String.join(
              ",",
              row.id().toString(),
              row.created().toString(),
              row.kind().code(),
              row.answer(),
              Double.toString(row.confidence()),
              row.rejected().orElse(""),
              row.correction().orElse("")));
    }
    return (lines + (rows.isEmpty() ? "" : "\r\n")).getBytes(StandardCharsets.UTF_8);
  }

  /** MNIST's file names, so that the unpacked folder is a data set for training. */
  private static byte[] idx(List<SeenDigit> digits) throws IOException {
    byte[] images = new byte[digits.size() * Reading.SEEN_SIZE];
    byte[] labels = new byte[digits.size()];
    for (int i = 0; i < digits.size(); i++) {
      System.arraycopy(digits.get(i).pixels(), 0, images, i * Reading.SEEN_SIZE, Reading.SEEN_SIZE);
      labels[i] = (byte) digits.get(i).label();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      IdxWriter writer = new IdxWriter();
      zip.putNextEntry(new ZipEntry("train-images-idx3-ubyte"));
      writer.write(IdxArray.ofUnsignedBytes(images, digits.size(), SIDE, SIDE), zip);
      zip.putNextEntry(new ZipEntry("train-labels-idx1-ubyte"));
      writer.write(IdxArray.ofUnsignedBytes(labels, digits.size()), zip);
    }
    return bytes.toByteArray();
  }
}
