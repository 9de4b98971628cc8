package io.fengsui.crawler.read;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.source.Source;
import java.util.ArrayList;
import java.util.List;

/** All that was read of a response. */
record Read(List<Reading> readings, Reading.End end) {
  static Read of(Source source, Fetched.Content content) {
    var readings = new ArrayList<Reading>();
    Reading.End end = Readers.read(source, content, readings::add);
    return new Read(List.copyOf(readings), end);
  }

  static Read of(Source source, String text) {
    return of(source, Responses.of(text));
  }

  List<Reading> rejected() {
    return readings.stream().filter(Reading.Rejected.class::isInstance).toList();
  }

  List<Notice> notices() {
    return readings.stream().filter(Reading.Found.class::isInstance).map(each -> ((Reading.Found) each).notice())
        .toList();
  }

  Cause cause() {
    return end instanceof Reading.End.Broken broken ? broken.cause() : null;
  }
}
