package io.fengsui.crawler;

import io.fengsui.crawler.capture.Capture;
import io.fengsui.crawler.capture.CaptureStore;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.store.NoticeStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps responses that yielded something, each payload once: first on disk, then in the archive's register. */
record Evidence(String source, CaptureStore captures, NoticeStore notices) {
  /** Writes these responses down and returns them in their order; of one that was received before, only that it came again. */
  List<Kept> keep(List<Fetched.Content> contents) {
    if (contents.isEmpty())
      return List.of();
    Map<Capture.Payload, Capture> earlier = new HashMap<>();
    for (var capture : notices.captures(source, contents.stream().map(Evidence::payload).toList()))
      earlier.put(capture.payload(), capture);
    Map<Capture.Payload, Kept> kept = new HashMap<>();
    return contents.stream().map(content -> kept.computeIfAbsent(payload(content),
        payload -> new Kept(write(content, earlier.get(payload))))).toList();
  }

  private Capture write(Fetched.Content content, @Nullable Capture earlier) {
    return earlier == null ? captures.append(source, content) : captures.revisit(earlier, content);
  }

  /** Registers what is not: it is on disk when the archive knows of it. */
  void register(Collection<Kept> all) {
    var fresh = all.stream().filter(kept -> !kept.isRegistered()).distinct().toList();
    if (fresh.isEmpty())
      return;
    captures.sync();
    var registered = notices.register(fresh.stream().map(Kept::capture).toList());
    for (int i = 0; i < fresh.size(); i++)
      fresh.get(i).registered(registered.get(i));
  }

  private static Capture.Payload payload(Fetched.Content content) {
    return new Capture.Payload(content.address(), content.body().sha256());
  }
}
