package io.fengsui.portal.command;

import io.fengsui.crawler.clean.Charsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells in which charset files are. */
@Command(name = "charset", mixinStandardHelpOptions = true, description = {
    "Tells the charset of each file as a crawl would see it: by byte order mark, the document's own declaration where the bytes",
    "bear it out, else by what the bytes are like. Prints a line of JSON for each, with its error where a file",
    "cannot be read. Starts no engine."})
final class CharsetCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "pages, feeds, texts")
  private List<String> files = List.of();

  /** The name is that of the WHATWG Encoding Standard. */
  record Found(String file, String charset) {}

  @Override
  public Integer call() {
    return EachFile.print(files, file -> new Found(file.toString(),
        Charsets.label(Charsets.of(() -> Files.newInputStream(file), null, null))));
  }
}
