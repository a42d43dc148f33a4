package io.github.digitkit.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
  @Test
  void theMapOfAddressesIsBounded() {
    RateLimiter limiter = new RateLimiter(10);
    for (int i = 0; i < 30_000; i++) {
      limiter.secondsToWait(
          new Peer("10." + i / 65536 + "." + i / 256 % 256 + "." + i % 256, false, false));
    }
    assertThat(limiter.size()).isEqualTo(20_000);
  }

  @Test
  void addressesOfOneIpv6NetworkShareTheirLimit() {
    RateLimiter limiter = new RateLimiter(5);
    int passed = 0;
    for (int i = 0; i < 100; i++) {
      if (limiter.secondsToWait(new Peer("2001:db8:1:2:0:0:0:" + i, false, false)) == 0) {
        passed++;
      }
    }
    assertThat(passed).isBetween(10, 12);
  }

  @Test
  void thisMachineAndZeroAreUnlimited() {
    RateLimiter limiter = new RateLimiter(1);
    for (int i = 0; i < 100; i++) {
      assertThat(limiter.secondsToWait(new Peer("127.0.0.1", false, true))).isZero();
      assertThat(new RateLimiter(0).secondsToWait(new Peer("10.0.0.1", false, false))).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.1.2, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.168.1.5, 192.168.1.5, true",
    "192.168.1.5, 192.168.1.4, false",
    "192.168.1.128/25, 192.168.1.127, false",
    "0.0.0.0/0, 8.8.8.8, true",
    "0.0.0.0/0, ::1, false",
    "::1, ::1, true",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false"
  })
  void rangesContainTheirAddresses(String range, String address, boolean inside) throws Exception {
    assertThat(AddressRange.of(range).contains(InetAddress.getByName(address))).isEqualTo(inside);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "evil.example", "10.0.0.0/33", "10.0.0.0/-1", "", "1.2.3", "::/129"})
  void whatIsNoRangeIsRefused(String text) {
    assertThatThrownBy(() -> AddressRange.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theAccessLogIsJsonWithoutPersonalData() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AccessLog log = new AccessLog(out);
    log.done("GET", "/api/v1/history/{id}", Reply.text("secret"), 1_234_000);
    log.done("G\"ET\n", "unknown", Reply.noContent(), 1);
    log.close();
    String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
    assertThat(lines).hasSize(2);
    assertThat(lines[0])
        .matches(
            "\\{\"time\":\"[^\"]+\",\"method\":\"GET\",\"route\":\"/api/v1/history/\\{id}\","
                + "\"status\":200,\"bytes\":6,\"ms\":1.23}");
    assertThat(Json.object(lines[1].getBytes(StandardCharsets.UTF_8))).containsEntry("method", "?");
  }
}
