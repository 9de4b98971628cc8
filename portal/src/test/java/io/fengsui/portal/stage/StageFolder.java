package io.fengsui.portal.stage;

import io.fengsui.crawler.SavedResponse;
import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Fetcher;
import io.fengsui.crawler.fetch.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder of sources that may be written, and the publishers that they ask. */
public final class StageFolder {
  private static final String NEWS = """
      <rss version="2.0"><channel><title>Food "News"</title><language>en-gb</language>
      <item><guid>n-1</guid><title>Kettle explodes in kitchen</title><description>The &lt;b&gt;lid&lt;/b&gt; flew.</description>
      <link>https://news.example/n-1</link><pubDate>Tue, 17 Nov 2026 09:30:00 GMT</pubDate><category>kettles</category></item>
      <item><guid>n-2</guid><title>Cups recalled &lt;script&gt;alert(1)&lt;/script&gt;</title><link>https://news.example/n-2</link></item>
      <item><title></title></item></channel></rss>
      """;
  private static final String PAGE = """
      <!doctype html><html lang=en><title>Food News</title>
      <link rel=alternate type="application/rss+xml" title="All &amp; everything" href="/feed.xml">
      <link rel=alternate type="application/atom+xml" href="/atom.xml"><p>News
      """;
  private static final Map<String, String> ANSWERS = Map.of("https://news.example/feed.xml", NEWS,
      "https://news.example/", PAGE, "https://news.example/list.json", "{\"results\": [{\"id\": 1}]}");

  private final Path path;

  StageFolder() {
    try {
      path = Files.createTempDirectory("sources");
      path.toFile().deleteOnExit();
      for (String name : new String[]{"eu-safety-gate", "samr"})
        Files.copy(Path.of("src/test/resources/stage/sources/" + name + ".yaml"), path.resolve(name + ".yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path path() {
    return path;
  }

  Fetcher publisher() {
    return new Fetcher() {
      @Override
      public Fetched fetch(Request request) {
        String answer = ANSWERS.get(request.address());
        return answer == null
            ? new Fetched.Failed(request.address(), Cause.DNS, "no such host", null)
            : content(request.address(), answer);
      }

      @Override
      public void close() {}
    };
  }

  private Fetched content(String address, String answer) {
    try {
      Path file = Files.writeString(Files.createTempFile(path, "answer", ".txt"), answer);
      try {
        return SavedResponse.of(file, address, 1 << 20);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
