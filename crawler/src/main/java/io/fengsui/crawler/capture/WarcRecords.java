package io.fengsui.crawler.capture;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.Fetched;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** Responses as WARC records (ISO 28500), each a gzip member of its own so that it can be read from its offset. */
final class WarcRecords {
  /** The payload is kept decoded: these headers would lie about it. */
  private static final Set<String> UNDONE = Set.of("content-encoding", "transfer-encoding", "content-length", "trailer",
      "connection", "keep-alive", "set-cookie");

  private WarcRecords() {}

  /** Writes the response as one record. */
  static void write(UUID id, Fetched.Content content, OutputStream out) throws IOException {
    var head = head(content).getBytes(StandardCharsets.ISO_8859_1);
    try (InputStream body = content.body().open();
        ReadableByteChannel block = Channels
            .newChannel(new SequenceInputStream(new ByteArrayInputStream(head), body))) {
      var builder = new WarcResponse.Builder(content.address()).recordId(id).version(MessageVersion.WARC_1_1)
          .date(content.at().truncatedTo(ChronoUnit.MILLIS)).body(MediaType.HTTP_RESPONSE, block,
              head.length + content.body().size())
          .payloadDigest(new WarcDigest("sha256", content.body().sha256()));
      var cut = content.cut();
      if (cut != null)
        builder.truncated(reason(cut.cause()));
      append(builder.build(), out);
    }
  }

  /** Writes the record that opens a file. */
  static void describe(OutputStream out) throws IOException {
    append(
        new Warcinfo.Builder().version(MessageVersion.WARC_1_1)
            .fields(Map.of("software", List.of("Fengsui"), "format", List.of("WARC File Format 1.1")))
            .build(),
        out);
  }

  private static void append(WarcRecord record, OutputStream out) throws IOException {
    new WarcWriter(Channels.newChannel(out), WarcCompression.GZIP).write(record);
  }

  private static WarcTruncationReason reason(Cause cause) {
    return switch (cause) {
      case TIMEOUT -> WarcTruncationReason.TIME;
      case TOO_LARGE, BOMB -> WarcTruncationReason.LENGTH;
      default -> WarcTruncationReason.DISCONNECT;
    };
  }

  private static String head(Fetched.Content content) {
    var head = new StringBuilder("HTTP/1.1 ").append(content.status()).append(" \r\n");
    content.headers().forEach((name, values) -> {
      if (!UNDONE.contains(name))
        values
            .forEach(value -> head.append(name).append(": ").append(value.replaceAll("[\\r\\n]+", " ")).append("\r\n"));
    });
    return head.append("content-length: ").append(content.body().size()).append("\r\n\r\n").toString();
  }
}
