package io.github.digitkit.web.http;

import java.util.concurrent.CompletionStage;

/** Answers the calls of one route. It must not block: slow work goes to a lane. */
@FunctionalInterface
public interface RouteHandler {
  /**
   * Starts the work on one call.
   *
   * @throws ProblemException to refuse the call
   */
  CompletionStage<Reply> handle(Call call);
}
