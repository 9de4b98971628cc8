package io.fengsui.crawler.robots;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a robots.txt into groups. A group ends where, after a rule, an agent is named again; lines that are
 * neither do not end it.
 */
final class RobotsLines {
  /** The agent of groups for all that are not named. */
  static final String EVERYONE = "*";
  /** Eight times the longest address that browsers took for long; what is behind it on a line is not read. */
  private static final int LONGEST_LINE = 2083 * 8 - 1;
  private static final int[] MARK = {0xEF, 0xBB, 0xBF};
  private static final List<String> AGENT = List.of("user-agent", "useragent", "user agent");
  private static final List<String> ALLOW = List.of("allow");
  private static final List<String> DISALLOW = List.of("disallow", "dissallow", "dissalow", "disalow", "diasllow",
      "disallaw");
  private static final List<String> DELAY = List.of("crawl-delay", "crawldelay", "crawl delay");
  /** Beyond, the number is none that a person meant. */
  private static final BigDecimal LONGEST_DELAY = BigDecimal.valueOf(86_400);

  private final List<RobotsTxt.Group> groups = new ArrayList<>();
  private final Map<String, PathRule> known = new HashMap<>();
  private List<String> agents = new ArrayList<>();
  private List<PathRule> rules = new ArrayList<>();
  private @Nullable Duration delay;

  void read(byte[] bytes) {
    int start = mark(bytes);
    for (int i = start; i <= bytes.length; i++)
      if (i == bytes.length || bytes[i] == '\n' || bytes[i] == '\r') {
        line(new String(bytes, start, Math.min(i - start, LONGEST_LINE), StandardCharsets.ISO_8859_1));
        start = i + 1;
      }
  }

  List<RobotsTxt.Group> groups() {
    end();
    return List.copyOf(groups);
  }

  /** The length of the byte order mark, also of one that lost its end. */
  private static int mark(byte[] bytes) {
    int length = 0;
    while (length < MARK.length && length < bytes.length && (bytes[length] & 0xFF) == MARK[length])
      length++;
    return length;
  }

  private void line(String raw) {
    int comment = raw.indexOf('#');
    var line = (comment < 0 ? raw : raw.substring(0, comment)).strip();
    int colon = separator(line);
    if (colon > 0)
      record(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
  }

  /** The colon, or the white space where it was forgotten: then of two words only. */
  private static int separator(String line) {
    int colon = line.indexOf(':');
    if (colon >= 0)
      return colon;
    var words = line.split("[ \\t]+", 3);
    return words.length == 2 ? words[0].length() : -1;
  }

  private void record(String key, String value) {
    if (begins(key, AGENT))
      agent(value);
    else if (begins(key, ALLOW))
      rule(true, value);
    else if (begins(key, DISALLOW))
      rule(false, value);
    else if (begins(key, DELAY))
      delay = delay(value);
  }

  private static boolean begins(String key, List<String> names) {
    return names.stream().anyMatch(key::startsWith);
  }

  private void agent(String value) {
    if (!rules.isEmpty())
      end();
    if (value.equals(EVERYONE) || value.startsWith(EVERYONE) && Character.isWhitespace(value.charAt(1)))
      agents.add(EVERYONE);
    else {
      agents.add(token(value, false));
      agents.add(token(value, true));
    }
  }

  /** The letters, hyphens and underscores it begins with; there are robots with digits in their names, too. */
  private static String token(String value, boolean digits) {
    int end = 0;
    while (end < value.length() && isToken(value.charAt(end), digits))
      end++;
    return value.substring(0, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isToken(char c, boolean digits) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '_' || digits && c >= '0' && c <= '9';
  }

  /** Rules before the first agent are nobody's. An empty one says nothing, but ends the list of agents. */
  private void rule(boolean allow, String value) {
    if (!agents.isEmpty())
      rules.add(known.computeIfAbsent(allow + value,
          key -> new PathRule(allow, PathRule.normalised(value, true))));
  }

  private static @Nullable Duration delay(String value) {
    try {
      var seconds = new BigDecimal(value);
      return value.length() > 20 || seconds.signum() <= 0 || seconds.compareTo(LONGEST_DELAY) > 0
          ? null
          : Duration.ofMillis(seconds.movePointRight(3).longValue());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private void end() {
    if (!agents.isEmpty())
      groups.add(new RobotsTxt.Group(List.copyOf(agents), List.copyOf(rules), delay));
    agents = new ArrayList<>();
    rules = new ArrayList<>();
    delay = null;
  }
}
