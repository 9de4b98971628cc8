package io.fengsui.crawler.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsTxtTest {
  @Test
  void the_longest_rule_decides_and_of_two_equal_ones_the_friendly_one() {
    String robots = "User-agent: *\nDisallow: /recalls/\nAllow: /recalls/list\nDisallow: /feed\nAllow: /feed\n";
    assertThat(allowed(robots, "/recalls/2026")).isFalse();
    assertThat(allowed(robots, "/recalls/list?page=2")).isTrue();
    assertThat(allowed(robots, "/feed")).isTrue();
    assertThat(allowed(robots, "/anything")).isTrue();
  }

  @Test
  void a_group_of_ones_own_counts_alone_and_all_of_its_parts_together() {
    String robots = """
        User-agent: *
        Disallow: /
        User-agent: other
        User-agent: Fengsui/2.0
        Disallow: /a
        Sitemap: https://recalls.example/map

        User-agent: FENGSUI
        Disallow: /b
        """;
    assertThat(allowed(robots, "/a")).isFalse();
    assertThat(allowed(robots, "/b")).isFalse();
    assertThat(allowed(robots, "/c")).isTrue();
    assertThat(allowed(robots, "other", "/b")).isTrue();
    assertThat(allowed(robots, "feng", "/c")).isFalse();
  }

  @Test
  void lines_that_are_no_rules_do_not_end_a_list_of_agents() {
    String robots = "User-agent: fengsui\nCrawl-delay: 2.5\nUnheard-of: x\n\nUser-agent: *\nDisallow: /\n";
    assertThat(allowed(robots, "/x")).isFalse();
    assertThat(RobotsTxt.parse(robots.getBytes(StandardCharsets.UTF_8)).rules("fengsui").delay())
        .isEqualTo(Duration.ofMillis(2500));
  }

  @Test
  void rules_before_any_agent_are_nobodys_and_an_empty_one_forbids_nothing() {
    assertThat(allowed("Disallow: /\nUser-agent: *\nDisallow:\n", "/x")).isTrue();
    assertThat(allowed("User-agent: *\nDisallow: /\nUser-agent: fengsui\nDisallow:\n", "/x")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"/*.pdf$,/a/b.pdf,false", "/*.pdf$,/a/b.pdf?x,true", "/*.pdf,/a/b.pdf?x,false", "/a*z$,/az,false",
      "/a*b*c,/a1b2c3,false", "/a*b*c,/a1c2b3,true", "/a$b,/a$b,false", "/$,/,false", "/$,/x,true", "*,/x,false",
      "/a**z,/abcz,false", "/ab*b$,/ab,true", "fish,/fish,true"})
  void stars_stand_for_anything_and_a_dollar_for_the_end(String rule, String path, boolean allowed) {
    assertThat(allowed("User-agent: *\nDisallow: " + rule, path)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"user-agent fengsui\ndisallow /x", "useragent: fengsui\rdisalow: /x\r",
      "User Agent: fengsui\r\nDissallow: /x\r\n", "\uFEFFuser-agent : fengsui # us\nDisallow:/x#y",
      "  USER-AGENT:\tfengsui bot  \n  DISALLOW  :  /x  ", "user-agent: * of all kinds\ndiasllow: /x",
      "user-agent: fengsui\ndisallaw: /x\n\0\n<html>"})
  void what_is_misspelt_is_obeyed_as_it_was_meant(String robots) {
    assertThat(allowed(robots, "/x")).isFalse();
    assertThat(allowed(robots, "/y")).isTrue();
  }

  @Test
  void letters_of_any_language_are_compared_encoded() {
    assertThat(allowed("User-agent: *\nDisallow: /召回/", "/%e5%8f%ac%E5%9B%9e/1")).isFalse();
    assertThat(allowed("User-agent: *\nDisallow: /%e5%8f%ac", "/%E5%8F%AC")).isFalse();
    assertThat(allowed("User-agent: *\nDisallow: /召回/", "/x")).isTrue();
  }

  @Test
  void a_directory_may_be_allowed_by_its_index() {
    String robots = "User-agent: *\nAllow: /open/index.html\nDisallow: /";
    assertThat(allowed(robots, "/open/")).isTrue();
    assertThat(allowed(robots, "/open/index.html")).isTrue();
    assertThat(allowed(robots, "/open/x")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"https://a.example,/", "https://a.example?q=1,/?q=1", "a.example/b;c#d,/b;c", "//a.example/b,/b",
      "/b?u=http://c/,/b?u=http://c/", "'',/", "https://a.example#/x,/"})
  void rules_speak_of_what_is_behind_the_host(String address, String path) {
    assertThat(allowed("User-agent: *\nDisallow: /\nAllow: " + path + "$", address)).isTrue();
  }

  @Test
  void a_line_without_end_is_read_to_its_limit() {
    String robots = "User-agent: *\nDisallow: /" + "a".repeat(50_000) + "\nDisallow: /b\n";
    assertThat(allowed(robots, "/" + "a".repeat(20_000))).isFalse();
    assertThat(allowed(robots, "/aaa")).isTrue();
    assertThat(allowed(robots, "/b")).isFalse();
  }

  @Test
  void hostile_rules_take_no_longer_than_a_moment() {
    String robots = "User-agent: *\n" + ("Disallow: /" + "*a".repeat(8_000) + "b\n").repeat(30);
    long start = System.nanoTime();
    assertThat(allowed(robots, "/" + "a".repeat(30_000))).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void any_bytes_can_be_read() {
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(400)];
      for (int at = 0; at < bytes.length; at++)
        bytes[at] = (byte) "user-agent:*\nallowdis/$ \r#%é\0".charAt(random.nextInt(29));
      RobotsTxt.parse(bytes).rules("fengsui").allow("/x?" + i);
    }
  }

  private static boolean allowed(String robots, String address) {
    return allowed(robots, "fengsui", address);
  }

  private static boolean allowed(String robots, String agent, String address) {
    return RobotsTxt.parse(robots.getBytes(StandardCharsets.UTF_8)).rules(agent).allow(address);
  }
}
