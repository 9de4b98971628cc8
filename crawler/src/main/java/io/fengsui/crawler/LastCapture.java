package io.fengsui.crawler;

import io.fengsui.crawler.capture.Capture;
import io.fengsui.crawler.capture.CaptureStore;
import io.fengsui.crawler.fetch.Body;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.source.FetchPlan;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.store.NoticeStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings back the last response of a source that was kept as evidence. Safe for several threads. */
public final class LastCapture {
  private final NoticeStore notices;
  private final CaptureStore captures;

  public LastCapture(NoticeStore notices, CaptureStore captures) {
    this.notices = notices;
    this.captures = captures;
  }

  /**
   * The last list, or document of an index, without asking anybody; empty where none was kept. The caller closes its body.
   *
   * @throws UncheckedIOException where what was kept is damaged
   */
  public Optional<Fetched.Content> of(Source source) {
    FetchPlan.Follow follow = source.fetch().follow();
    String template = follow == null ? source.fetch().url() : follow.template();
    return notices.lastCapture(source.id(), template.replaceFirst("\\{.*$", "")).map(this::open);
  }

  private Fetched.Content open(Capture capture) {
    try {
      Body body = captures.open(capture);
      String type = capture.mediaType();
      return new Fetched.Content(capture.address(), 200,
          type == null ? Map.of() : Map.of("content-type", List.of(type)),
          body, capture.at(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
