package io.fengsui.crawler.clean;

import io.fengsui.crawler.notice.GivenDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /Date(1476417600000-0400)/}, as .NET's DataContractJsonSerializer writes it: milliseconds in UTC and the writer's offset. */
record NetDate() implements DateFormats.DateFormat {
  private static final Pattern FORM = Pattern.compile("\\\\?/Date\\((-?\\d{1,15})([+-]\\d{4})?\\)\\\\?/");

  @Override
  public @Nullable GivenDate read(String given) {
    Matcher match = FORM.matcher(given);
    if (!match.matches())
      return null;
    try {
      var offset = match.group(2) == null ? ZoneOffset.UTC : ZoneOffset.of(match.group(2));
      return PatternDate.instant(given, Instant.ofEpochMilli(Long.parseLong(match.group(1))).atOffset(offset));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
