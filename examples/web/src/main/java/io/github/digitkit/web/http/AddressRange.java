package io.github.digitkit.web.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of internet addresses such as {@code 10.0.0.0/8} or {@code ::1}. Immutable. */
public final class AddressRange {
  private final String text;
  private final byte[] network;
  private final int bits;

  private AddressRange(String text, byte[] network, int bits) {
    this.text = text;
    this.network = network;
    this.bits = bits;
  }

  /**
   * Reads an address or a range in CIDR notation.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static AddressRange of(String text) {
    int slash = text.indexOf('/');
    byte[] network = literal(slash < 0 ? text : text.substring(0, slash)).getAddress();
    int most = network.length * 8;
    int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
    if (bits < 0 || bits > most) {
      throw new IllegalArgumentException(
          "'" + text + "': the prefix must be from 0 to " + most + " bits");
    }
    return new AddressRange(text, network, bits);
  }

  /** An address from digits, never from a name. */
  static InetAddress literal(String text) {
    try {
      if (text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") || text.matches("[0-9A-Fa-f:.]*:[^/]*")) {
        return InetAddress.getByName(text);
      }
    } catch (UnknownHostException malformed) {
      // Falls through to the same message.
    }
    throw new IllegalArgumentException("'" + text + "' is no internet address");
  }

  /** Whether the address lies in this range. */
  public boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length != network.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((bytes[bit / 8] & mask) != (network[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
