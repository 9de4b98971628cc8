package io.fengsui.crawler.capture;

import io.fengsui.crawler.fetch.Body;
import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.Warcinfo;

/**
 * Records of WARC/1.1 (ISO 28500:2017), each a gzip member of its own so that it can be read from its offset, with SHA-256
 * digests of block and payload.
 */
final class WarcRecords {
  private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private WarcRecords() {}

  /** The response as it was received, its payload without transfer and content coding. */
  static WarcFile.Writing response(UUID id, Fetched.Content content) {
    return out -> {
      var head = HttpHeads.response(content);
      var body = content.body();
      var builder = new WarcResponse.Builder(content.address()).version(MessageVersion.WARC_1_1).recordId(id)
          .date(millis(content.at())).payloadDigest(sha256(body.sha256())).blockDigest(digest(head, body))
          .body(MediaType.HTTP_RESPONSE, none(), head.length + body.size());
      var cut = content.cut();
      if (cut != null)
        builder.truncated(reason(cut.cause()));
      write(builder.build(), head, body, out);
    };
  }

  /** What was asked for the response with that id, without secrets. */
  static WarcFile.Writing request(UUID response, Request asked, Instant at) {
    return out -> {
      var block = HttpHeads.request(asked);
      var record = new WarcRequest.Builder(asked.address()).version(MessageVersion.WARC_1_1).date(millis(at))
          .addHeader("WARC-Concurrent-To", "<urn:uuid:" + response + ">").blockDigest(digest(block, null))
          .body(MediaType.HTTP_REQUEST, none(), block.length).build();
      write(record, block, null, out);
    };
  }

  /** That the payload of an earlier capture came again: the head of the response, and where its payload is. */
  static WarcFile.Writing revisit(Capture earlier, Fetched.Content content) {
    return out -> {
      var head = HttpHeads.response(content);
      var record = new WarcRevisit.Builder(content.address(), WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1)
          .version(MessageVersion.WARC_1_1).date(millis(content.at())).payloadDigest(sha256(content.body().sha256()))
          .blockDigest(digest(head, null)).addHeader("WARC-Refers-To-Target-URI", earlier.address())
          .addHeader("WARC-Refers-To-Date", millis(earlier.at()).toString())
          .body(MediaType.HTTP_RESPONSE, none(), head.length).build();
      write(record, head, null, out);
    };
  }

  /** The record that opens a file. */
  static WarcFile.Writing describe(String name, Instant now) {
    return out -> {
      var text = """
          software: Fengsui
          format: WARC File Format 1.1
          conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
          description: payloads are kept without transfer and content coding; \
          what the publisher's headers said of them is in x-archive-orig-*
          """.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
      var record = new Warcinfo.Builder().version(MessageVersion.WARC_1_1).filename(name).date(millis(now))
          .recordId(UUID.nameUUIDFromBytes((name + " " + now).getBytes(StandardCharsets.UTF_8)))
          .blockDigest(digest(text, null)).body(MediaType.WARC_FIELDS, none(), text.length).build();
      write(record, text, null, out);
    };
  }

  private static void write(WarcRecord record, byte[] head, @Nullable Body body, OutputStream out) throws IOException {
    try (var member = new GzipMember(out)) {
      member.write(record.serializeHeader());
      member.write(head);
      if (body != null)
        try (InputStream payload = body.open()) {
          payload.transferTo(member);
        }
      member.write(END);
    }
  }

  /** The builder wants a body to know its length; the bytes are written beside it, into one compressed stream. */
  private static ReadableByteChannel none() {
    return Channels.newChannel(InputStream.nullInputStream());
  }

  private static Instant millis(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS);
  }

  private static WarcDigest sha256(String hex) {
    return new WarcDigest("sha256", hex);
  }

  private static WarcDigest digest(byte[] head, @Nullable Body body) throws IOException {
    MessageDigest sha256;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    sha256.update(head);
    if (body != null)
      try (InputStream payload = body.open()) {
        byte[] chunk = new byte[16 << 10];
        for (int count = payload.read(chunk); count >= 0; count = payload.read(chunk))
          sha256.update(chunk, 0, count);
      }
    return new WarcDigest("sha256", HexFormat.of().formatHex(sha256.digest()));
  }

  private static WarcTruncationReason reason(Cause cause) {
    return switch (cause) {
      case TIMEOUT -> WarcTruncationReason.TIME;
      case TOO_LARGE, BOMB -> WarcTruncationReason.LENGTH;
      default -> WarcTruncationReason.DISCONNECT;
    };
  }
}
