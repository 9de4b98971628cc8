package io.fengsui.portal.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest {
  @TempDir
  private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"read-feed", "read-page", "charset"})
  void eachFileHasItsLineWhateverTheOneBeforeWas(String command) throws IOException {
    String feed = file("feed.xml", "<rss><channel><title>Recalls</title></channel></rss>");
    Printed printed = run(command, folder.resolve("missing").toString(), folder.toString(), "a\0b", feed);
    assertThat(printed.code).isEqualTo(1);
    assertThat(printed.lines).hasSize(4);
    assertThat(printed.lines.subList(0, 3)).allMatch(line -> line.contains("\"error\":\""));
    assertThat(printed.lines.getFirst()).contains("no such file");
    assertThat(printed.lines.getLast()).startsWith("{\"file\":\"" + feed).doesNotContain("error");
  }

  @Test
  void aFileThatTakesTooMuchMemoryDoesNotStopTheRest() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int code = printingTo(bytes,
        () -> EachFile.print(List.of("large", "deep", "good"), file -> switch (file.toString()) {
          case "large" -> throw new OutOfMemoryError();
          case "deep" -> throw new StackOverflowError();
          default -> file.toString();
        }));
    assertThat(code).isEqualTo(1);
    assertThat(bytes.toString(UTF_8).lines()).hasSize(3).last().isEqualTo("\"good\"");
  }

  @Test
  void aFileLargerThanAnyFeedIsRefused() throws IOException {
    Path large = folder.resolve("large");
    try (var file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
      file.setLength((32 << 20) + 1);
    }
    Printed printed = run("read-feed", large.toString());
    assertThat(printed.code).isEqualTo(1);
    assertThat(printed.lines).singleElement().asString().contains("larger than");
  }

  @Test
  void aFeedOfEndlessItemsIsRefused() throws IOException {
    Printed printed = run("read-feed",
        file("items", "<rss><channel>" + "<item/>".repeat(200_001) + "</channel></rss>"));
    assertThat(printed.code).isEqualTo(1);
    assertThat(printed.lines).singleElement().asString().contains("more than 200000 items");
  }

  @Test
  void aBrokenQuestionKeepsItsPlaceAmongTheAnswers() throws IOException {
    String question = "{\"robots\":\"User-agent: *\\nDisallow: /x\",\"agent\":\"a\",\"url\":\"http://example.com/%s\"}\n";
    Path batch = folder.resolve("batch");
    Files.write(batch, (question.formatted("x") + "broken\n{\"robots\":null}\n\u00ff\n\n" + question.formatted("y"))
        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    Printed printed = run("robots", "--batch", batch.toString());
    assertThat(printed.code).isEqualTo(1);
    assertThat(printed.lines).hasSize(5).startsWith("{\"allowed\":false}").endsWith("{\"allowed\":true}");
    assertThat(printed.lines.subList(1, 4)).allMatch(line -> line.startsWith("{\"allowed\":null,\"error\":\""));
  }

  @Test
  void ofAnEndlessRobotsTxtTheBeginningCounts() throws IOException {
    String robots = file("robots.txt", "User-agent: *\nDisallow: /x\n" + "Disallow: /y/*/z$\n".repeat(100_000)
        + "Disallow: /late\n");
    assertThat(run("robots", robots, "a", "http://example.com/x").lines).containsExactly("disallow");
    assertThat(run("robots", robots, "a", "http://example.com/late").lines).containsExactly("allow");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private record Printed(int code, List<String> lines) {}

  private static Printed run(String... arguments) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int code = printingTo(bytes, () -> Fengsui.run(arguments));
    return new Printed(code, bytes.toString(UTF_8).lines().toList());
  }

  private static int printingTo(ByteArrayOutputStream bytes, java.util.function.IntSupplier job) {
    PrintStream before = System.out;
    System.setOut(new PrintStream(bytes, true, UTF_8));
    try {
      return job.getAsInt();
    } finally {
      System.setOut(before);
    }
  }
}
