package io.fengsui.crawler;

import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Freshness;
import io.fengsui.crawler.source.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** For how long a publisher says that its list will stay as it is. */
final class PublisherPace {
  private static final int HEAD = 8 << 10;
  /** RSS 2.0: minutes. */
  private static final Pattern TTL = Pattern.compile("<ttl>\\s*(\\d{1,6})\\s*</ttl>");
  /** RSS 1.0 syndication module. */
  private static final Pattern PERIOD = Pattern.compile("<sy:updatePeriod>\\s*(\\w{1,10})\\s*</sy:updatePeriod>");
  private static final Pattern FREQUENCY = Pattern
      .compile("<sy:updateFrequency>\\s*(\\d{1,4})\\s*</sy:updateFrequency>");
  private static final Map<String, Duration> PERIODS = Map.of("hourly", Duration.ofHours(1), "daily",
      Duration.ofDays(1),
      "weekly", Duration.ofDays(7), "monthly", Duration.ofDays(30), "yearly", Duration.ofDays(365));

  private PublisherPace() {}

  /** The longest of what its headers and, in a feed, its elements say; null where they say nothing, or for a recording. */
  static @Nullable Duration of(Format format, Fetched.Content content) {
    if (content.recording() != null)
      return null;
    var headers = Freshness.of(content.headers(), content.at());
    var feed = format == Format.FEED ? feed(head(content)) : null;
    return headers == null || feed != null && feed.compareTo(headers) > 0 ? feed : headers;
  }

  private static @Nullable Duration feed(String head) {
    Matcher ttl = TTL.matcher(head);
    if (ttl.find())
      return Duration.ofMinutes(Long.parseLong(ttl.group(1)));
    Matcher period = PERIOD.matcher(head);
    var length = period.find() ? PERIODS.get(period.group(1)) : null;
    Matcher frequency = FREQUENCY.matcher(head);
    return length == null
        ? null
        : length.dividedBy(frequency.find() ? Math.max(1, Long.parseLong(frequency.group(1))) : 1);
  }

  private static String head(Fetched.Content content) {
    try (InputStream in = content.body().open()) {
      return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
