package io.fengsui.crawler.source;

import java.util.List;

/** What became of one file. */
public sealed interface SourceReading {
  /** A source without a fault. */
  record Good(Source source) implements SourceReading {}

  /** All faults of the file, by line; at least one. */
  record Faulty(List<Fault> faults) implements SourceReading {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
