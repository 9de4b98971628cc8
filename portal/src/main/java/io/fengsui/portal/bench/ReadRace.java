package io.fengsui.portal.bench;

import io.fengsui.crawler.capture.Capture;
import io.fengsui.crawler.fetch.Body;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.read.Readers;
import io.fengsui.crawler.read.Reading;
import io.fengsui.crawler.source.Source;
import io.fengsui.portal.wiring.Parts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads every capture again with our readers and with the bare parsers, in turn, on one thread, storing nothing. */
final class ReadRace {
  private final Parts parts;
  private long ours;
  private long bare;
  private long bytes;
  private int notices;

  ReadRace(Parts parts) {
    this.parts = parts;
  }

  /** What the race came to, with the time of opening the captures left out. */
  record Result(int notices, long megabytes, double noticesPerSecond, double megabytesPerSecond,
      double bareMegabytesPerSecond, double ratio) {}

  /** Runs once over all captures, after a round over the first ones that is not counted. */
  Result run() throws IOException {
    List<Capture> captures = new ArrayList<>();
    parts.notices().captures(captures::add);
    for (Capture capture : captures.subList(0, Math.min(200, captures.size())))
      race(capture);
    ours = bare = bytes = notices = 0;
    for (Capture capture : captures)
      race(capture);
    return new Result(notices, bytes >> 20, notices / (ours / 1e9), bytes / (ours / 1e9) / 1e6,
        bytes / (bare / 1e9) / 1e6, (double) bare / ours);
  }

  private void race(Capture capture) throws IOException {
    Source source = parts.catalog().source(capture.source()).orElse(null);
    if (source == null)
      return;
    try (Body body = parts.captures().open(capture)) {
      bytes += body.size();
      long start = System.nanoTime();
      Readers.read(source, content(capture, body), this::count);
      long middle = System.nanoTime();
      BareParser.parse(source.read().format(), body.open());
      ours += middle - start;
      bare += System.nanoTime() - middle;
    }
  }

  private void count(Reading reading) {
    if (reading instanceof Reading.Found)
      notices++;
  }

  private static Fetched.Content content(Capture capture, Body body) {
    String type = capture.mediaType();
    return new Fetched.Content(capture.address(), 200, type == null ? Map.of() : Map.of("content-type", List.of(type)),
        body, capture.at(), null);
  }
}
