package io.fengsui.crawler.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlQueryTest {
  @ParameterizedTest
  @ValueSource(strings = {"number", "./number", "images/image", "images/image/@kind", "@lang", ".", "*", "images/*",
      "/recall/number", "/other/number", "//image", "//p", "text", "missing/none",
      "brand[string-length(../number) > 0]",
      "brand[string-length(../empty) > 0]", "brand[string-length(../missing)>0]"})
  void the_short_cut_finds_what_the_engine_finds(String path) {
    assertThat(XmlSteps.parse(path)).isNotNull();
    assertThat(XmlQuery.of(path).texts(recall())).isEqualTo(XmlQuery.general(path).texts(recall()));
    assertThat(XmlQuery.of(path).elements(recall())).hasSameSizeAs(XmlQuery.general(path).elements(recall()));
  }

  @Property(tries = 200)
  void the_short_cut_agrees_with_the_engine_on_any_tree(@ForAll long seed) {
    var random = new Random(seed);
    XmlElement root = element(random, 4);
    String path = List.of("", "/", "./").get(random.nextInt(3)) + name(random)
        + (random.nextBoolean() ? "/" + name(random) : "") + (random.nextBoolean() ? "/@a" : "");
    assertThat(XmlQuery.of(path).texts(new XmlTree(root))).as(path)
        .isEqualTo(XmlQuery.general(path).texts(new XmlTree(root)));
  }

  @Test
  void predicates_and_functions_go_through_the_engine() {
    assertThat(XmlQuery.of("images/image[@kind='b']").texts(recall())).containsExactly("2.jpg");
    assertThat(XmlQuery.of("count(images/image)").texts(recall())).containsExactly("2");
    assertThat(XmlQuery.of("name()").texts(recall())).containsExactly("recall");
  }

  @Test
  void prefixes_are_ignored() {
    assertThat(XmlQuery.of("x:brand").texts(recall())).containsExactly("Acme");
    assertThat(XmlQuery.of("x:brand[1]").texts(recall())).containsExactly("Acme");
  }

  @Test
  void a_path_that_is_none_is_refused_in_words() {
    assertThatIllegalArgumentException().isThrownBy(() -> XmlQuery.of("a["))
        .withMessageContaining("not an XPath 1.0: a[");
  }

  private static XmlTree recall() {
    var recall = new XmlElement("n:recall");
    recall.attribute("xml:lang", "en");
    recall.add(leaf("number", "17-001"));
    recall.add(leaf("empty", null));
    recall.add(leaf("n:brand", "Acme"));
    var images = new XmlElement("images");
    images.add(leaf("image", "1.jpg"));
    var second = leaf("image", "2.jpg");
    second.attribute("kind", "b");
    images.add(second);
    recall.add(images);
    var text = new XmlElement("text");
    text.add("It may ");
    text.add(leaf("p", "burn"));
    text.add(" you.");
    recall.add(text);
    return new XmlTree(recall);
  }

  private static XmlElement leaf(String name, String text) {
    var leaf = new XmlElement(name);
    if (text != null)
      leaf.add(text);
    return leaf;
  }

  private static String name(Random random) {
    return List.of("a", "b", "c", "*").get(random.nextInt(4));
  }

  private static XmlElement element(Random random, int depth) {
    var element = new XmlElement(List.of("a", "b", "c").get(random.nextInt(3)));
    if (random.nextBoolean())
      element.attribute("a", "value" + random.nextInt(9));
    for (int i = depth == 0 ? 0 : random.nextInt(4); i > 0; i--)
      element.add(random.nextInt(3) == 0 ? "text" + random.nextInt(9) : element(random, depth - 1));
    return element;
  }
}
