package io.fengsui.crawler.health;

import io.fengsui.crawler.store.CrawlRecord;
import io.fengsui.crawler.store.FieldFill;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often the fields of a source are filled, carried on from crawl to crawl: usually, over the last 500 notices or so, and
 * lately, over the last 30. While a field is filled less than usual, what is usual is not touched: a field that is gone does
 * not become normal by being gone for long.
 */
public final class Baseline {
  /** The records that make a notice, among all that were read. */
  public static final String RECORD = "record";

  /** Notices. Below, nothing is known of what is usual. */
  static final double ENOUGH = 30;
  private static final double LONG = 500;
  private static final double SHORT = 30;
  /** Then the new way is the publisher's way. */
  private static final Duration FOREVER = Duration.ofDays(60);
  /** The probability of an accident below which a field is watched. */
  private static final double WATCHED = 0.01;

  private Baseline() {}

  /**
   * What is known after a crawl; empty where the crawl brought nothing new and so tells nothing new. The same list read a
   * hundred times is one piece of evidence, not a hundred: only what is new or changed weighs.
   */
  public static List<FieldFill> after(List<FieldFill> before, CrawlRecord crawl) {
    var known = new TreeMap<String, FieldFill>();
    before.forEach(field -> known.put(field.field(), field));
    int measured = crawl.findings().measured();
    double weight = Math.min(measured, crawl.added() + crawl.revised());
    var after = new ArrayList<FieldFill>();
    if (weight > 0) {
      crawl.findings().filled().keySet().forEach(name -> known.computeIfAbsent(name, Baseline::unknown));
      known.remove(RECORD);
      known.values().forEach(field -> after.add(after(field,
          (double) crawl.findings().filled().getOrDefault(field.field(), 0) / measured, weight, crawl.started())));
    }
    record(before, crawl, after);
    return after;
  }

  /** A rejected record is never new to the archive: the list counts as it is, where it is long enough to tell anything. */
  private static void record(List<FieldFill> before, CrawlRecord crawl, List<FieldFill> after) {
    int records = crawl.read() + crawl.rejected();
    FieldFill known = before.stream().filter(field -> field.field().equals(RECORD)).findFirst().orElse(null);
    boolean told = crawl.added() + crawl.revised() + crawl.rejected() > 0;
    if (records >= Drift.LEAST && told && (known != null || !crawl.failed()))
      after.add(after(known == null ? unknown(RECORD) : known, (double) crawl.read() / records, records,
          crawl.started()));
  }

  private static FieldFill unknown(String field) {
    return new FieldFill(field, 0, 0, 0, 0, null);
  }

  private static FieldFill after(FieldFill field, double share, double weight, Instant at) {
    double filled = carried(field.filled(), weight, SHORT) + share * weight;
    double measured = carried(field.measured(), weight, SHORT) + weight;
    var now = new FieldFill(field.field(), field.usualFilled(), field.usualMeasured(), filled, measured, field.since());
    Instant since = since(now, at);
    if (since == null)
      return new FieldFill(field.field(), carried(field.usualFilled(), weight, LONG) + share * weight,
          carried(field.usualMeasured(), weight, LONG) + weight, filled, measured, null);
    return Duration.between(since, at).compareTo(FOREVER) < 0
        ? new FieldFill(field.field(), field.usualFilled(), field.usualMeasured(), filled, measured, since)
        : new FieldFill(field.field(), filled, measured, filled, measured, null);
  }

  /** What is left of an older count beside so many newer notices. */
  private static double carried(double count, double weight, double memory) {
    return count * Math.max(0, 1 - weight / memory);
  }

  private static @Nullable Instant since(FieldFill field, Instant at) {
    boolean less = field.usualMeasured() >= ENOUGH && field.now() < field.usual() && accident(field) < WATCHED;
    return !less ? null : field.since() == null ? at : field.since();
  }

  /**
   * The probability that the last notices lack the field so often by accident. What is usual is taken as a little less than it
   * was seen to be: of thirty notices that all have a field, the next one may well lack it. And no more than a hundred
   * notices speak: those of one crawl are often of one kind.
   */
  static double accident(FieldFill field) {
    double usual = (field.usualFilled() + 1) / (field.usualMeasured() + 2);
    int of = (int) Math.min(100, Math.round(field.measured()));
    return Binomial.atMost((int) Math.round(field.now() * of), of, usual);
  }
}
