package io.github.digitkit.web.http;

import io.github.digitkit.web.reading.UnreadablePictureException;
import io.github.digitkit.web.work.OverloadedException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one Jetty handler: finds the route, applies the limits, lets the route answer, and turns
 * every failure into a problem document. Never blocks.
 */
public final class Gateway extends Handler.Abstract.NonBlocking {
  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

  private final Router router;
  private final Peers peers;
  private final RateLimiter limiter;
  private final OriginCheck origins;
  private final BodyReader.Limits limits;
  private final ProblemPages problemPages;
  private final RequestObserver observer;

  /** Shows a problem to a person; empty where the JSON document is right. */
  @FunctionalInterface
  public interface ProblemPages {
    /** The page for a problem that a browser ran into. */
    Optional<Reply> page(Call call, Problem problem);
  }

  Gateway(
      Router router,
      Peers peers,
      RateLimiter limiter,
      OriginCheck origins,
      BodyReader.Limits limits,
      ProblemPages problemPages,
      RequestObserver observer) {
    this.router = router;
    this.peers = peers;
    this.limiter = limiter;
    this.origins = origins;
    this.limits = limits;
    this.problemPages = problemPages;
    this.observer = observer;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Exchange exchange = new Exchange(request, response, callback);
    try {
      exchange.start().whenComplete(exchange::finish);
    } catch (RuntimeException failure) {
      exchange.finish(null, failure);
    }
    return true;
  }

  /** One request on its way through. */
  private final class Exchange {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Peer peer;
    private final String method;
    private final BodyReader body;
    private final long start = System.nanoTime();
    private Call call;
    private String template = "unknown";

    Exchange(Request request, Response response, Callback callback) {
      this.request = request;
      this.response = response;
      this.callback = callback;
      this.peer = peers.of(request);
      this.method = request.getMethod();
      this.body = new BodyReader(request, limits);
      this.call = new Call(request, Map.of(), peer, body);
    }

    CompletionStage<Reply> start() {
      String path = Request.getPathInContext(request);
      Optional<Router.Match> match = router.find(method, path);
      if (match.isEmpty()) {
        throw unknown(path);
      }
      Route route = match.get().route();
      template = route.template();
      admit(route);
      call = new Call(request, match.get().parameters(), peer, body);
      return route.handler().handle(call);
    }

    private void admit(Route route) {
      if (route.access() == Route.Access.OPERATOR && !peer.local()) {
        throw new ProblemException(Problem.notFound("There is no such page."));
      }
      if (route.access() == Route.Access.PUBLIC && limiter.secondsToWait(peer) > 0) {
        throw new ProblemException(Problem.tooManyRequests());
      }
      origins.check(method, request.getHeaders());
    }

    private ProblemException unknown(String path) {
      String allowed = router.allowed(path);
      return new ProblemException(
          allowed.isEmpty()
              ? Problem.notFound("There is no such page.")
              : Problem.methodNotAllowed(allowed));
    }

    void finish(@Nullable Reply reply, @Nullable Throwable failure) {
      Reply answer;
      try {
        answer = reply != null && failure == null ? reply : explain(failure);
      } catch (RuntimeException broken) {
        LOG.error("cannot explain a failure", broken);
        answer = Reply.problem(Problem.internal(request.getId()));
      }
      write(answer);
    }

    private Reply explain(@Nullable Throwable failure) {
      Problem problem = problemOf(failure);
      Reply reply = problemPages.page(call, problem).orElseGet(() -> Reply.problem(problem));
      return switch (problem.status()) {
        case 408, 413 -> reply.with(HttpHeader.CONNECTION.asString(), "close");
        case 405 ->
            reply.with(
                HttpHeader.ALLOW.asString(), router.allowed(Request.getPathInContext(request)));
        default -> reply;
      };
    }

    private Problem problemOf(@Nullable Throwable failure) {
      Throwable cause =
          failure instanceof CompletionException && failure.getCause() != null
              ? failure.getCause()
              : failure;
      if (cause instanceof ProblemException known) {
        return known.problem();
      }
      if (cause instanceof OverloadedException full) {
        return Problem.overloaded("Try again in a moment: " + full.getMessage() + ".");
      }
      if (cause instanceof UnreadablePictureException unreadable) {
        return Problem.unreadablePicture(String.valueOf(unreadable.getMessage()));
      }
      LOG.error("request {} {} failed", request.getId(), template, cause);
      return Problem.internal(request.getId());
    }

    private void write(Reply reply) {
      response.setStatus(reply.status());
      var headers = response.getHeaders();
      reply.headers().forEach(headers::add);
      SecurityHeaders.add(headers, peer);
      if (!reply.type().isEmpty()) {
        headers.put(HttpHeader.CONTENT_TYPE, reply.type());
        headers.put(HttpHeader.CONTENT_LENGTH, reply.body().length);
      }
      response.write(
          true,
          ByteBuffer.wrap(reply.body()),
          Callback.from(
              callback,
              () -> {
                body.release();
                observer.done(method, template, reply, System.nanoTime() - start);
              }));
    }
  }
}
