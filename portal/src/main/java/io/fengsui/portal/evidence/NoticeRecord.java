package io.fengsui.portal.evidence;

import io.fengsui.crawler.capture.Capture;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.store.FieldChange;
import io.fengsui.crawler.store.Revision;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The notice in all its revisions, newest first, as the bundle has it. */
record NoticeRecord(String source, String reference, List<State> revisions) {
  private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * A revision.
   *
   * @param cause {@code publisher}, or {@code reread} where a corrected reader made it of an older capture
   */
  record State(int number, String cause, @Nullable String rereadAt, @Nullable String evidenceRemoved, boolean material,
      List<FieldChange> changes, Notice notice, Proof capture, @Nullable Proof page) {}

  /** A capture; {@code number} is that of its files in the bundle. */
  record Proof(int number, String address, String at, String sha256, long size, @Nullable String mediaType) {}

  static NoticeRecord of(List<Revision> revisions, List<Capture> captures) {
    var id = revisions.getFirst().notice().id();
    return new NoticeRecord(id.source(), id.reference(),
        revisions.stream().map(revision -> state(revision, captures)).toList());
  }

  private static State state(Revision r, List<Capture> captures) {
    return new State(r.number(), r.reread() == null ? "publisher" : "reread", text(r.reread()), text(r.removed()),
        r.material(), r.changes(), r.notice(), proof(r.capture(), captures),
        r.detail() == null ? null : proof(r.detail(), captures));
  }

  private static Proof proof(Capture c, List<Capture> captures) {
    int number = 1;
    while (captures.get(number - 1).id() != c.id())
      number++;
    return new Proof(number, c.address(), c.at().toString(), c.sha256(), c.size(), c.mediaType());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(JSON.writeValueAsBytes(this));
  }
}
