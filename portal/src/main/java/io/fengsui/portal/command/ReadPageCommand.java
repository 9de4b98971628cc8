package io.fengsui.portal.command;

import io.fengsui.crawler.article.Article;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what an article page says. */
@Command(name = "read-page", mixinStandardHelpOptions = true, description = {
    "Reads saved pages and prints a line of JSON for each: title, main text, publication date, author and language,",
    "null where the page does not say. A file that cannot be read gets a line with its error. Starts no engine."})
final class ReadPageCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "HTML files; - is standard input")
  private List<String> files = List.of();

  @Option(names = "--url", paramLabel = "URL", description = "where the page was found; a date in it is a clue")
  private @Nullable URI address;

  /** A line of the answer. */
  record Line(String file, @Nullable String title, String text, @Nullable String published, @Nullable String author,
      @Nullable String language) {}

  @Override
  public Integer call() {
    return EachFile.print(files, this::line);
  }

  private Line line(Path file) throws IOException {
    Article article = Article.of(bytes(file), address);
    return new Line(file.toString(), article.title(), article.text(),
        article.published() == null ? null : article.published().toString(), article.author(), article.language());
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = file.toString().equals("-") ? System.in : Files.newInputStream(file)) {
      return in.readNBytes(Article.MOST);
    }
  }
}
