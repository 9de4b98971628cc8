package io.fengsui.portal.command;

import io.fengsui.crawler.robots.RobotsTxt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells what a robots.txt says. */
@Command(name = "robots", mixinStandardHelpOptions = true, description = {
    "Tells whether a robots.txt lets a crawler ask for an address (RFC 9309): prints allow or disallow.",
    "Asks nobody and starts no engine."})
final class RobotsCommand implements Callable<Integer> {
  private static final JsonMapper JSON = new JsonMapper();

  private static final String UNREAD = "not a line of JSON with robots, agent and url, a text each";

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--batch", paramLabel = "FILE", description = "many questions instead of one: lines of JSON with robots (the text), agent and url; prints a line with allowed for each")
  private @Nullable Path batch;

  @Parameters(arity = "0..3", paramLabel = "FILE AGENT URL", description = "a robots.txt, the product token of a crawler, an address")
  private List<String> question = List.of();

  /** The answer to one question. */
  record Verdict(boolean allowed) {}

  /** A line that asks nothing that can be answered; it has its place, so that answers stay beside their questions. */
  record Unanswered(@Nullable Boolean allowed, String error) {}

  @Override
  public Integer call() throws IOException {
    if (batch == null && question.size() == 3) {
      System.out.println(allowed(bytes(Path.of(question.getFirst())), question.get(1), question.get(2))
          ? "allow"
          : "disallow");
      return 0;
    }
    if (batch == null || !question.isEmpty())
      throw new ParameterException(spec.commandLine(), "give either FILE AGENT URL or --batch FILE");
    return answer(batch);
  }

  private static byte[] bytes(Path robots) throws IOException {
    try (InputStream in = Files.newInputStream(robots)) {
      return in.readNBytes(RobotsTxt.MOST_BYTES);
    }
  }

  private static int answer(Path questions) throws IOException {
    int code = 0;
    // not Files.newBufferedReader, which gives up where bytes are no UTF-8
    try (var lines = new BufferedReader(
        new InputStreamReader(Files.newInputStream(questions), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank() && !answer(line, questions + ":" + number))
          code = 1;
      }
    }
    return code;
  }

  private static boolean answer(String line, String where) {
    try {
      JsonNode node = JSON.readTree(line);
      Answer.line(new Verdict(allowed(text(node, "robots").getBytes(StandardCharsets.UTF_8), text(node, "agent"),
          text(node, "url"))));
      return true;
    } catch (JacksonException | IllegalArgumentException e) {
      System.err.println(where + ": " + UNREAD);
      Answer.line(new Unanswered(null, UNREAD));
      return false;
    }
  }

  private static String text(JsonNode question, String name) {
    JsonNode value = question.path(name);
    if (!value.isString())
      throw new IllegalArgumentException(name);
    return value.asString();
  }

  private static boolean allowed(byte[] robots, String agent, String url) {
    return RobotsTxt.parse(robots).rules(agent).allow(url);
  }
}
