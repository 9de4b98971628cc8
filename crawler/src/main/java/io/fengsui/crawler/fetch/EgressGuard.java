package io.fengsui.crawler.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Keeps requests from reaching the operator's own network. It resolves names for the HTTP client, so the address that is
 * checked is the address that is connected to: a name that changes its mind between the two gains nothing. Immutable.
 */
final class EgressGuard implements DnsResolver {
  /** Not globally reachable (IANA special-purpose registries for IPv4 and IPv6), and clouds' metadata services. */
  private static final List<AddressBlock> FORBIDDEN = blocks("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
      "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
      "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "::/96",
      "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7",
      "fe80::/10", "fec0::/10", "ff00::/8");
  /** RFC 6052: an IPv4 address stands in the last 32 bits. */
  private static final AddressBlock NAT64 = block("64:ff9b::/96");

  private final Set<String> hosts = new HashSet<>();
  private final Names names;
  private final List<AddressBlock> allowed;

  /** Where the addresses of a name come from. */
  interface Names {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  /** @param allow hosts, addresses and CIDR blocks that may be reached all the same */
  public EgressGuard(List<String> allow) {
    this(allow, InetAddress::getAllByName);
  }

  EgressGuard(List<String> allow, Names names) {
    this.names = names;
    allowed = allow.stream().map(String::strip).flatMap(text -> AddressBlock.parse(text).stream()).toList();
    for (String text : allow)
      if (AddressBlock.parse(text.strip()).isEmpty())
        hosts.add(text.strip().toLowerCase(Locale.ROOT));
  }

  /** Whether that address, found under that name, may be connected to. */
  public boolean permits(String host, InetAddress address) {
    return hosts.contains(host.toLowerCase(Locale.ROOT)) || allowed.stream().anyMatch(block -> block.contains(address))
        || !forbidden(address);
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var addresses = names.of(host);
    for (var address : addresses)
      if (!permits(host, address))
        throw new Denied(host, address);
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return resolve(host)[0].getCanonicalHostName();
  }

  private static boolean forbidden(InetAddress address) {
    if (NAT64.contains(address))
      return forbidden(embedded(address));
    return FORBIDDEN.stream().anyMatch(block -> block.contains(address));
  }

  private static InetAddress embedded(InetAddress address) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<AddressBlock> blocks(String... texts) {
    return Stream.of(texts).map(EgressGuard::block).toList();
  }

  private static AddressBlock block(String text) {
    return AddressBlock.parse(text).orElseThrow();
  }

  /** The name leads to where nothing of ours may go. */
  static final class Denied extends UnknownHostException {
    private static final long serialVersionUID = 1;

    Denied(String host, InetAddress address) {
      super(host + " is " + address.getHostAddress()
          + ", not an address of the open internet; fengsui.fetch.allow lists the exceptions");
    }
  }
}
