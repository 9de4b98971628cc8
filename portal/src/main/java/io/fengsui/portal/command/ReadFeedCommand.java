package io.fengsui.portal.command;

import io.fengsui.crawler.feed.Feed;
import io.fengsui.crawler.feed.FeedEntry;
import io.fengsui.crawler.feed.FeedLinks;
import io.fengsui.crawler.feed.Feeds;
import io.fengsui.crawler.feed.NotAFeed;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads feeds from files. */
@Command(name = "read-feed", mixinStandardHelpOptions = true, description = {
    "Reads feeds (RSS, Atom, JSON Feed; well formed or not) and prints a line of JSON for each file.",
    "A file that is no feed gets a line with its error, and the rest goes on. Starts no engine."})
final class ReadFeedCommand implements Callable<Integer> {
  /** Larger than any feed. */
  private static final int LARGEST = 32 << 20;

  /** Of a page that is no feed, this much is searched for feeds. */
  private static final int PAGE = 1 << 20;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "files with a feed each")
  private List<String> files = List.of();

  @Option(names = "--url", paramLabel = "URL", description = "address that the feeds came from, for relative links")
  private @Nullable String url;

  @Option(names = "--type", paramLabel = "TYPE", description = "Content-Type that the feeds came with")
  private @Nullable String type;

  /** A feed that was read. */
  record Line(String file, @Nullable String title, @Nullable String link, @Nullable String language, String encoding,
      boolean malformed, List<FeedEntry> items) {}

  /** A file that could not be read. */
  record Fault(String file, String error, boolean malformed) {}

  @Override
  public Integer call() {
    return EachFile.print(files, this::read, (file, error) -> new Fault(file, error, true));
  }

  private Line read(Path file) throws IOException {
    byte[] bytes = bytes(file);
    try {
      Feed feed = Feeds.read(bytes, type, url);
      return new Line(file.toString(), feed.title(), feed.link(), feed.language(), feed.encoding(), feed.malformed(),
          feed.items());
    } catch (NotAFeed e) {
      throw new IOException(Failures.inWords(e) + named(bytes));
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST)
        throw new IOException("larger than " + LARGEST + " bytes");
      return bytes;
    }
  }

  /** A page that is taken for a feed often names the feed. */
  private String named(byte[] bytes) {
    String page = new String(bytes, 0, Math.min(bytes.length, PAGE), StandardCharsets.UTF_8);
    var links = FeedLinks.of(page, URI.create(url == null ? "" : url)).stream()
        .map(FeedLinks.FeedLink::address).toList();
    return links.isEmpty() ? "" : "; it names the feeds " + String.join(", ", links);
  }
}
