package io.github.digitkit.web.api;

import io.github.digitkit.web.config.Settings;
import io.github.digitkit.web.http.Reply;
import io.github.digitkit.web.http.Route;
import io.github.digitkit.web.reading.ModelCard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What the service itself is: its model, its limits, its description. */
public final class ServiceApi {
  private final Reply model;
  private final Reply openApi;

  /**
   * Creates the routes' handlers.
   *
   * @param openApi the OpenAPI document. Not modified.
   */
  public ServiceApi(ModelCard card, Settings settings, byte[] openApi) {
    Map<String, Object> limits = new LinkedHashMap<>();
    limits.put("uploadBytes", settings.maxUpload());
    limits.put("picturePixels", settings.maxPixels());
    limits.put("historyRows", settings.historyRows());
    limits.put("retentionDays", settings.retentionDays());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("model", card.facts());
    answer.put("limits", limits);
    this.model = Reply.json(answer).with("Cache-Control", "max-age=300");
    this.openApi = Reply.of("application/json", openApi).with("Cache-Control", "max-age=300");
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/v1/model", call -> CompletableFuture.completedFuture(model)),
        Route.of(
            "GET", "/api/v1/openapi.json", call -> CompletableFuture.completedFuture(openApi)));
  }
}
