package io.fengsui.crawler.capture;

import io.fengsui.crawler.source.Fault;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was packed.
 *
 * @param recordings number of responses written, by source
 * @param bytes      of their payloads
 * @param faults     what is wrong with the manifest or its files; the rest was packed
 */
public record PackReport(Map<String, Integer> recordings, long bytes, List<Fault> faults) {
  public PackReport {
    recordings = Collections.unmodifiableMap(new TreeMap<>(recordings));
    faults = List.copyOf(faults);
  }

  /** Number of responses written. */
  public int total() {
    return recordings.values().stream().mapToInt(Integer::intValue).sum();
  }
}
