package io.fengsui.crawler.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonQueryTest {
  private static final Map<String, Object> RECALL = Map.of("Recall class", "Class II", "units", 12,
      "products", List.of(Map.of("name", "Kettle"), Map.of("name", "Toaster"), "loose"), "label", List.of("a", "b"),
      "page", Map.of("@id", "https://publisher.example/1"));

  @ParameterizedTest
  @ValueSource(strings = {"$", "$.units", "units", "$['Recall class']", "$.products[*].name",
      "$.products[1].name", "$.products[9].name", "$.products[*]", "$.label", "$.label[*]", "$.page.*", "$.*",
      "$.page['@id']", "$.missing.deeper", "$.units.deeper", "$[\"label\"][0]"})
  void the_short_cut_finds_what_the_library_finds(String path) {
    assertThat(JsonStep.parse(path)).isNotNull();
    assertThat(JsonQuery.of(path).texts(RECALL)).isEqualTo(JsonQuery.general(path).texts(RECALL));
  }

  @Property(tries = 300)
  void the_short_cut_agrees_with_the_library_on_any_tree(@ForAll long seed) {
    var random = new Random(seed);
    Object tree = tree(random, 4);
    String path = "$" + step(random) + step(random) + step(random);
    assertThat(JsonQuery.of(path).texts(tree)).as(path + " in " + tree).isEqualTo(JsonQuery.general(path).texts(tree));
  }

  @Test
  void a_name_with_blanks_needs_no_brackets() {
    assertThat(JsonQuery.of("Recall class").texts(RECALL)).containsExactly("Class II");
  }

  @Test
  void filters_go_through_the_library() {
    assertThat(JsonQuery.of("$.products[?(@.name == 'Toaster')].name").texts(RECALL)).containsExactly("Toaster");
  }

  @Test
  void a_path_that_is_none_is_refused_in_words() {
    assertThatIllegalArgumentException().isThrownBy(() -> JsonQuery.of("$.a["))
        .withMessageContaining("not a JSONPath: $.a[");
  }

  private static String step(Random random) {
    return List.of("", ".a", ".b", "['a']", "[*]", ".*", "[0]", "[1]").get(random.nextInt(8));
  }

  private static Object tree(Random random, int depth) {
    int kind = depth == 0 ? 2 : random.nextInt(4);
    if (kind == 0) {
      var map = new LinkedHashMap<String, Object>();
      for (String name : List.of("a", "b"))
        if (random.nextBoolean())
          map.put(name, tree(random, depth - 1));
      return map;
    }
    if (kind == 1) {
      var list = new ArrayList<Object>();
      for (int i = random.nextInt(3); i > 0; i--)
        list.add(tree(random, depth - 1));
      return list;
    }
    return random.nextBoolean() ? "text" + random.nextInt(9) : (Object) (long) random.nextInt(99);
  }
}
