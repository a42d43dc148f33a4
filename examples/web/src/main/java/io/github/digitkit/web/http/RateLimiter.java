package io.github.digitkit.web.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * So many requests a second from one address. The map of addresses is bounded: the address unseen
 * for longest is forgotten first, which at worst gives it a full bucket again. IPv6 addresses count
 * by their /64 network, which is what one subscriber has. Thread-safe.
 */
public final class RateLimiter {
  private static final int ADDRESSES = 20_000;

  private final int perSecond;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > ADDRESSES;
        }
      };

  /**
   * Creates a limiter.
   *
   * @param perSecond requests a second, bursts of twice that; 0 for no limit
   */
  public RateLimiter(int perSecond) {
    this.perSecond = perSecond;
  }

  /** Takes one request; 0 if it may pass, else the whole seconds to wait. */
  public long secondsToWait(Peer peer) {
    // This machine is not limited: it is the operator, or a proxy that was not declared.
    if (perSecond == 0 || peer.local()) {
      return 0;
    }
    ConsumptionProbe probe = bucket(network(peer.address())).tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      return 0;
    }
    return Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
  }

  private Bucket bucket(String network) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(network, unseen -> newBucket());
    }
  }

  private Bucket newBucket() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(2L * perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }

  private static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    String[] groups = address.split(":", 5);
    return groups.length < 5
        ? address
        : String.join(":", groups[0], groups[1], groups[2], groups[3]);
  }

  /** Addresses remembered now. */
  public int size() {
    synchronized (buckets) {
      return buckets.size();
    }
  }
}
