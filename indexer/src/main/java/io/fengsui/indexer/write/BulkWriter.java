package io.fengsui.indexer.write;

import io.fengsui.crawler.store.ArchivedNotice;
import io.fengsui.indexer.document.NoticeDocuments;
import io.fengsui.indexer.rest.Rest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Writes batches of notices into an index. When it returns, each notice is in the index, or a newer revision of it, or a
 * stand-in that says why the engine refused it; else it throws, and the batch is to be written again. Safe for several
 * threads.
 */
final class BulkWriter {
  private static final Logger LOG = LoggerFactory.getLogger(BulkWriter.class);
  private static final int TRIES = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private final Rest rest;
  private final NoticeDocuments documents;
  private final AtomicLong refused = new AtomicLong();

  BulkWriter(Rest rest, NoticeDocuments documents) {
    this.rest = rest;
    this.documents = documents;
  }

  /** Notices that the engine refused since the start of this process. */
  long refused() {
    return refused.get();
  }

  void write(String index, List<ArchivedNotice> batch) {
    BulkBody body = new BulkBody();
    for (ArchivedNotice notice : batch) {
      body.add(notice, documents);
      if (body.full())
        flush(index, body);
    }
    if (!body.isEmpty())
      flush(index, body);
  }

  private void flush(String index, BulkBody body) {
    List<Refused> bad = send(index, body);
    body.clear();
    for (Refused one : bad)
      standIn(index, one);
  }

  /** Writes what identifies a notice in place of the whole. */
  private void standIn(String index, Refused bad) {
    LOG.warn("Elasticsearch refused the notice {}; only its title can be found: {}", bad.notice.notice().id(),
        bad.reason);
    refused.incrementAndGet();
    BulkBody body = new BulkBody();
    body.addRefused(bad.notice, bad.reason, documents);
    for (Refused again : send(index, body))
      LOG.error("Elasticsearch refused even the title of {}; it cannot be found: {}", again.notice.notice().id(),
          again.reason);
  }

  private record Refused(ArchivedNotice notice, String reason) {}

  /** Sends until no item is turned away for want of room; returns those refused for what they are. */
  private List<Refused> send(String index, BulkBody body) {
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1;; attempt++) {
      Rest.Answer answer = rest.send("POST", "/" + index + "/_bulk?filter_path=errors,items.*.status,items.*.error",
          body.bytes(), body.length());
      List<Refused> bad = new ArrayList<>();
      if (answer.ok() && sorted(index, body, answer.json(), bad))
        return bad;
      if (!answer.ok() && answer.status() != 429 && answer.status() != 503)
        throw new UncheckedIOException(
            new IOException("Elasticsearch refused a batch for " + index + ": " + answer.reason()));
      if (attempt == TRIES)
        throw new UncheckedIOException(new IOException("Elasticsearch is too busy to write " + index));
      sleep(pause);
      pause = pause.multipliedBy(2);
    }
  }

  /** Sorts out what became of each item; false where some must be sent again. */
  private static boolean sorted(String index, BulkBody body, JsonNode answer, List<Refused> bad) {
    if (!answer.path("errors").asBoolean(true))
      return true;
    JsonNode items = answer.path("items");
    if (items.size() != body.notices().size())
      throw new UncheckedIOException(new IOException("Elasticsearch answered " + items.size() + " items for "
          + body.notices().size() + " notices"));
    for (int i = 0; i < items.size(); i++) {
      JsonNode item = items.path(i).path("index");
      int status = item.path("status").asInt(500);
      if (status == 400)
        bad.add(new Refused(body.notices().get(i), reason(item)));
      else if (status == 429 || status == 503)
        return false;
      // 409: the index has a newer revision already.
      else if (status >= 300 && status != 409)
        throw new UncheckedIOException(new IOException("Elasticsearch cannot write " + index + ": " + reason(item)));
    }
    return true;
  }

  private static String reason(JsonNode item) {
    JsonNode error = item.path("error");
    String cause = error.path("caused_by").path("reason").asString("");
    return error.path("reason").asString("status " + item.path("status").asInt())
        + (cause.isEmpty() ? "" : ": " + cause);
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted while Elasticsearch was busy", e));
    }
  }
}
