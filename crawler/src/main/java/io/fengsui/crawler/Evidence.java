package io.fengsui.crawler;

import io.fengsui.crawler.capture.Capture;
import io.fengsui.crawler.capture.CaptureStore;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.store.NoticeStore;

/** Keeps responses that yielded something, each once. */
record Evidence(String source, CaptureStore captures, NoticeStore notices) {
  /** The capture of the response: the registered one where the same was received before. */
  Capture of(Fetched.Content content) {
    return notices.capture(source, content.address(), content.body().sha256())
        .orElseGet(() -> notices.register(captures.append(source, content)));
  }
}
