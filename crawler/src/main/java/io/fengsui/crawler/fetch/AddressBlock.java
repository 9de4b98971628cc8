package io.fengsui.crawler.fetch;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/** A block of internet addresses in CIDR notation (RFC 4632, RFC 4291). */
record AddressBlock(InetAddress network, int prefix) {
  /** The block written as {@code 10.0.0.0/8}, {@code fc00::/7} or a single address; empty where it is none. */
  static Optional<AddressBlock> parse(String text) {
    int slash = text.indexOf('/');
    try {
      var network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
      int bits = network.getAddress().length * 8;
      int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
      return prefix < 0 || prefix > bits ? Optional.empty() : Optional.of(new AddressBlock(network, prefix));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  boolean contains(InetAddress address) {
    byte[] one = network.getAddress();
    byte[] other = address.getAddress();
    if (one.length != other.length)
      return false;
    int bytes = prefix / 8;
    if (!Arrays.equals(one, 0, bytes, other, 0, bytes))
      return false;
    int rest = prefix % 8;
    return rest == 0 || ((one[bytes] ^ other[bytes]) & 0xff) >> 8 - rest == 0;
  }
}
