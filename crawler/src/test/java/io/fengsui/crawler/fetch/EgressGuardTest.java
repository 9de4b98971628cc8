package io.fengsui.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressGuardTest {
  private final EgressGuard guard = new EgressGuard(List.of("10.1.0.0/16", "intranet.example", "fd00::7"));

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
      "100.64.0.1", "100.100.100.200", "0.0.0.0", "224.0.0.1", "255.255.255.255", "168.63.129.16", "::1", "::",
      "fe80::1",
      "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:10.0.0.1", "::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::1",
      "2001:0:1::1", "fec0::1"})
  void an_address_inside_is_out_of_reach(String address) {
    assertThat(guard.permits("name.example", InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2a00:1450::1", "64:ff9b::808:808", "::ffff:8.8.8.8"})
  void an_address_of_the_open_internet_is_within_reach(String address) {
    assertThat(guard.permits("name.example", InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void what_the_operator_lists_is_within_reach() {
    assertThat(guard.permits("name.example", InetAddress.ofLiteral("10.1.2.3"))).isTrue();
    assertThat(guard.permits("name.example", InetAddress.ofLiteral("10.2.2.3"))).isFalse();
    assertThat(guard.permits("Intranet.example", InetAddress.ofLiteral("192.168.0.1"))).isTrue();
    assertThat(guard.permits("name.example", InetAddress.ofLiteral("fd00::7"))).isTrue();
  }
}
