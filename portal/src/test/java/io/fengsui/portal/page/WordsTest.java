package io.fengsui.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.notice.Company;
import io.fengsui.crawler.notice.DateRole;
import io.fengsui.crawler.notice.Kind;
import io.fengsui.crawler.notice.Link;
import io.fengsui.indexer.query.SearchField;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern KEY = Pattern.compile("#\\{([a-z0-9.-]+)");
  private static final Pattern TEXT = Pattern.compile(">([^<>]*)<");
  private static final Pattern SPOKEN = Pattern.compile("\\s(?:title|alt|placeholder|aria-label)=\"[^\"]*\\p{L}");
  /** Names of keys on a keyboard are the same in every language. */
  private static final Pattern KEYBOARD = Pattern.compile("<kbd>[^<]*</kbd>");

  @Test
  void both_languages_have_the_same_keys_and_every_one_says_something() throws IOException {
    Properties zh = messages("zh");
    Properties en = messages("en");
    assertThat(new TreeSet<>(zh.stringPropertyNames())).isEqualTo(new TreeSet<>(en.stringPropertyNames()));
    assertThat(zh.values()).allSatisfy(text -> assertThat((String) text).isNotEmpty());
    assertThat(en.values()).allSatisfy(text -> assertThat((String) text).isNotEmpty());
  }

  @Test
  void a_plain_apostrophe_which_message_formats_swallow_is_nowhere() throws IOException {
    for (String language : List.of("zh", "en"))
      assertThat(messages(language).values()).allSatisfy(text -> assertThat((String) text).doesNotContain("'"));
  }

  @Test
  void every_key_that_a_template_names_has_a_message() throws IOException {
    Set<String> known = messages("zh").stringPropertyNames();
    for (Path template : templates())
      for (Matcher key = KEY.matcher(Files.readString(template)); key.find();)
        if (!key.group(1).endsWith("."))
          assertThat(known).as(template.toString()).contains(key.group(1));
  }

  @Test
  void every_word_of_the_published_language_has_a_message() throws IOException {
    Stream<String> words = Stream.of(Stream.of(Kind.values()).map(kind -> "kind." + kind.code()),
        Stream.of(Cause.values()).map(cause -> "cause." + cause.code()),
        Stream.of(DateRole.values()).map(role -> "date." + role.code()),
        Stream.of(Company.Role.values()).map(role -> "company." + role.code()),
        Stream.of(Link.Rel.values()).map(rel -> "link." + rel.code()),
        Stream.of(SearchField.values()).map(field -> "field." + field.code())).flatMap(keys -> keys);
    assertThat(messages("zh").stringPropertyNames()).containsAll(words.toList());
  }

  @Test
  void templates_hold_no_text_of_their_own() throws IOException {
    for (Path template : templates()) {
      String html = KEYBOARD.matcher(Files.readString(template)).replaceAll("<kbd></kbd>");
      for (Matcher text = TEXT.matcher(html); text.find();)
        assertThat(text.group(1)).as(template.toString()).doesNotContainPattern("\\p{L}");
      assertThat(html).as(template.toString()).doesNotContainPattern(SPOKEN);
    }
  }

  @Test
  void templates_hold_nothing_that_the_content_policy_forbids() throws IOException {
    for (Path template : templates())
      assertThat(Files.readString(template)).as(template.toString())
          .doesNotContainPattern("\\sstyle=|\\son[a-z]+=|hx-on|<style|<script>|\\ssrc=\"http|href=\"http");
  }

  private static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.list(RESOURCES.resolve("templates"))) {
      return files.toList();
    }
  }

  private static Properties messages(String language) throws IOException {
    Properties messages = new Properties();
    try (Reader in = Files.newBufferedReader(RESOURCES.resolve("messages_" + language + ".properties"))) {
      messages.load(in);
    }
    return messages;
  }
}
