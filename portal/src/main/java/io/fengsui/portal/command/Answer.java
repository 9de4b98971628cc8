package io.fengsui.portal.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a sub-command prints on standard output: JSON in UTF-8. */
final class Answer {
  private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final JsonMapper LINE = JsonMapper.builder().build();

  private Answer() {}

  /** Prints the value as an indented JSON document. */
  static void print(Object value) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(JSON.writeValueAsString(value));
  }

  /** Prints the value as one line of JSON. */
  static void line(Object value) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(LINE.writeValueAsString(value));
  }
}
