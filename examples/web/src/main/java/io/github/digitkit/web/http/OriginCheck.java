package io.github.digitkit.web.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;

/**
 * Lets only this site's own pages change anything (no cross-site request forgery). Browsers send
 * {@code Sec-Fetch-Site} or at least {@code Origin} with such requests; programs send neither and
 * carry no cookies of somebody else.
 */
final class OriginCheck {
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private final Optional<String> publicOrigin;

  /** Creates the check; behind a proxy that rewrites Host, the public URL is the right origin. */
  OriginCheck(Optional<URI> publicUrl) {
    this.publicOrigin = publicUrl.map(url -> origin(url.toString()));
  }

  /**
   * Checks a request.
   *
   * @throws ProblemException if another site asks for a change
   */
  void check(String method, HttpFields headers) {
    if (HARMLESS.contains(method)) {
      return;
    }
    String site = headers.get("Sec-Fetch-Site");
    if (site != null && !OWN.contains(site)) {
      throw refusal();
    }
    String origin = headers.get("Origin");
    if (origin != null && !isOwn(origin(origin), headers.get("Host"))) {
      throw refusal();
    }
  }

  private boolean isOwn(String origin, String host) {
    if (publicOrigin.isPresent() && publicOrigin.get().equals(origin)) {
      return true;
    }
    if (host == null) {
      return false;
    }
    String name = host.toLowerCase(Locale.ROOT);
    return origin.equals("http://" + name) || origin.equals("https://" + name);
  }

  private static String origin(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static ProblemException refusal() {
    return new ProblemException(Problem.crossSite("The request comes from another site."));
  }
}
