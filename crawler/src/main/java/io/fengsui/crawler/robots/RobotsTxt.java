package io.fengsui.crawler.robots;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A robots.txt (RFC 9309), read as leniently as the large search engines read it: what its author meant is obeyed even where
 * it is misspelt. Never throws, whatever the bytes are. Immutable.
 */
public final class RobotsTxt {
  /** RFC 9309, 2.5: a parser reads at least the first 500 KiB. */
  public static final int MOST_BYTES = 500 << 10;

  private final List<Group> groups;

  private RobotsTxt(List<Group> groups) {
    this.groups = groups;
  }

  /** Reads the bytes, at most the first {@value #MOST_BYTES}. */
  public static RobotsTxt parse(byte[] bytes) {
    var lines = new RobotsLines();
    lines.read(bytes.length > MOST_BYTES ? Arrays.copyOf(bytes, MOST_BYTES) : bytes);
    return new RobotsTxt(lines.groups());
  }

  /** One or more agents, and what holds for them. */
  record Group(List<String> agents, List<PathRule> rules, @Nullable Duration delay) {}

  /**
   * The rules for one crawler.
   *
   * @param delay it asks for between two requests, null for none; no part of the RFC, but widely used
   */
  public record Rules(List<PathRule> rules, @Nullable Duration delay) {
    /**
     * Whether the address may be asked for. The longest matching rule decides, the friendlier one of two equally long.
     *
     * @param address with or without scheme and host, percent-encoded
     */
    public boolean allow(String address) {
      var path = UrlPath.of(address);
      int allowed = 0;
      int denied = 0;
      for (PathRule rule : rules)
        if (rule.allow())
          allowed = Math.max(allowed, rule.weight(path));
        else
          denied = Math.max(denied, rule.weight(path));
      return denied <= allowed;
    }
  }

  /**
   * The rules for that crawler: all groups that name it, else all that name everyone.
   *
   * @param agent product token such as {@code fengsui}, also with a version behind it
   */
  public Rules rules(String agent) {
    var token = token(agent);
    var own = token.isEmpty() ? List.<Group>of() : naming(token);
    var chosen = own.isEmpty() ? naming(RobotsLines.EVERYONE) : own;
    return new Rules(chosen.stream().flatMap(group -> group.rules.stream()).toList(),
        chosen.stream().map(Group::delay).filter(delay -> delay != null).max(Duration::compareTo).orElse(null));
  }

  private List<Group> naming(String agent) {
    return groups.stream().filter(group -> group.agents.contains(agent)).toList();
  }

  private static String token(String agent) {
    int version = agent.indexOf('/');
    return (version < 0 ? agent : agent.substring(0, version)).toLowerCase(Locale.ROOT);
  }
}
