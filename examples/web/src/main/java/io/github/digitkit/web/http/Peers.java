package io.github.digitkit.web.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;

/**
 * Finds out where a request comes from. Headers that proxies add are believed only from proxies
 * that the operator named; of {@code X-Forwarded-For} the last entry that is no trusted proxy
 * counts, because only that one was written by somebody trusted.
 */
public final class Peers {
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

  private final List<AddressRange> trusted;
  private final boolean secureSite;

  /**
   * Creates it.
   *
   * @param trusted addresses of proxies
   * @param secureSite whether the site's public URL starts with https
   */
  public Peers(List<AddressRange> trusted, boolean secureSite) {
    this.trusted = List.copyOf(trusted);
    this.secureSite = secureSite;
  }

  /** Where a request comes from. */
  public Peer of(Request request) {
    SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
    HttpFields headers = request.getHeaders();
    if (!(remote instanceof InetSocketAddress internet) || internet.getAddress() == null) {
      return new Peer("unknown", secureSite, false);
    }
    InetAddress address = internet.getAddress();
    boolean secure = secureSite || request.isSecure();
    String forwarded = headers.get("X-Forwarded-For");
    if (!isTrusted(address)) {
      boolean local = address.isLoopbackAddress() && forwarded == null;
      return new Peer(address.getHostAddress(), secure, local);
    }
    boolean tls = secure || "https".equalsIgnoreCase(headers.get("X-Forwarded-Proto"));
    if (forwarded == null) {
      return new Peer(address.getHostAddress(), tls, address.isLoopbackAddress());
    }
    return new Peer(client(headers, address), tls, false);
  }

  private String client(HttpFields headers, InetAddress proxy) {
    List<String> hops = headers.getCSV("X-Forwarded-For", false);
    for (int i = hops.size() - 1; i >= 0; i--) {
      String hop = hops.get(i);
      // Only literal addresses: a name would be looked up.
      if (!ADDRESS.matcher(hop).matches()) {
        break;
      }
      InetAddress address = AddressRange.literal(hop);
      if (!isTrusted(address)) {
        return address.getHostAddress();
      }
    }
    return proxy.getHostAddress();
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }
}
