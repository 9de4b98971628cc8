package io.fengsui.portal.evidence;

import io.fengsui.crawler.capture.CaptureStore;
import io.fengsui.crawler.notice.NoticeId;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.store.Revision;
import io.fengsui.portal.page.NoticeAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands out evidence bundles, written while they are sent. */
@RestController
public final class EvidenceController {
  private static final Logger LOG = LoggerFactory.getLogger(EvidenceController.class);
  /** Writing waits for the visitor: on threads that may wait. */
  private static final Executor WRITERS = Executors.newVirtualThreadPerTaskExecutor();
  private final Function<NoticeId, List<Revision>> archive;
  private final CaptureStore captures;
  private final SourceCatalog catalog;

  /** @param archive revisions of a notice, newest first, empty for none, as {@code NoticeStore::revisions} */
  public EvidenceController(Function<NoticeId, List<Revision>> archive, CaptureStore captures, SourceCatalog catalog) {
    this.archive = archive;
    this.captures = captures;
    this.catalog = catalog;
  }

  @GetMapping("/api/v1/evidence/{source}/{*rest}")
  ResponseEntity<Publisher<DataBuffer>> bundle(@PathVariable String source, @PathVariable String rest,
      @RequestParam(required = false) @Nullable String reference) {
    NoticeId id = NoticeAddress.read(source, rest, reference);
    List<Revision> revisions = id == null ? List.of() : archive.apply(id);
    if (id == null || revisions.isEmpty())
      throw new ErrorResponseException(HttpStatus.NOT_FOUND,
          ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "no notice " + source + rest), null);
    Bundle bundle = new Bundle(captures, revisions, terms(id.source()));
    Publisher<DataBuffer> body = DataBufferUtils.outputStreamPublisher(out -> {
      try {
        bundle.write(out);
      } catch (IOException e) {
        // The visitor went away, or a file did: a zip without its end cannot be taken for a whole one.
        LOG.warn("the evidence of {} was not sent to its end: {}", id, e.toString());
        throw new UncheckedIOException(e);
      }
    }, DefaultDataBufferFactory.sharedInstance, WRITERS);
    return ResponseEntity.ok().contentType(new MediaType("application", "zip"))
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename("evidence-" + name(id) + ".zip", StandardCharsets.UTF_8).build().toString())
        .body(body);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> problem(ErrorResponseException absent) {
    return ResponseEntity.status(absent.getStatusCode()).contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(absent.getBody());
  }

  private static String name(NoticeId id) {
    String name = (id.source() + "-" + id.reference()).replaceAll("[^\\p{Alnum}._-]+", "-");
    return name.substring(0, Math.min(name.length(), 100));
  }

  private String terms(String source) {
    return catalog.source(source)
        .map(known -> "来源 / Source: %s · %s\n%s\n许可 / Licence: %s\n".formatted(known.names().zh(), known.names().en(),
            known.homepage(), known.licence()))
        .orElse("来源 / Source: " + source + "\n");
  }
}
