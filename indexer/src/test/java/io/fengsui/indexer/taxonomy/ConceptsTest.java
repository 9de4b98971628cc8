package io.fengsui.indexer.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.source.Fault;
import io.fengsui.indexer.Configured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConceptsTest {
  private final Concepts concepts = Configured.CONCEPTS;

  @Test
  void theConfiguredLexiconHasNoFaultAndItsSize() {
    assertThat(concepts.faults()).isEmpty();
    assertThat(concepts.all()).filteredOn(one -> one.sort() == Concept.Sort.PRODUCT).hasSizeGreaterThan(150)
        .allMatch(one -> one.heading() != null);
    assertThat(concepts.all()).filteredOn(one -> one.sort() == Concept.Sort.HAZARD).hasSizeGreaterThan(40);
    assertThat(concepts.all()).filteredOn(one -> one.sort() == Concept.Sort.KIND).hasSize(5);
  }

  @Test
  void aWordOfAnyLanguageNamesItsConcept() {
    assertThat(concepts.named("电池")).map(Concept::code).contains("battery");
    assertThat(concepts.named("電池")).map(Concept::code).contains("battery");
    assertThat(concepts.named("Rückruf")).map(Concept::code).contains("recall");
    assertThat(concepts.named("RUCKRUF")).map(Concept::code).contains("recall");
    assertThat(concepts.named("power-bank")).map(Concept::code).contains("power-bank");
    assertThat(concepts.named("완구")).map(Concept::code).contains("toy");
    assertThat(concepts.named("teapot")).isEmpty();
  }

  @Test
  void aSimplePluralIsItsSingular() {
    assertThat(concepts.named("batteries")).map(Concept::code).contains("battery");
    assertThat(concepts.named("chargers")).map(Concept::code).contains("charger");
    assertThat(concepts.named("Batterien")).map(Concept::code).contains("battery");
  }

  @Test
  void aConceptIsFoundByTheLabelsUnderItToo() {
    assertThat(concepts.labels("battery")).contains("powerbank", "Knopfzelle", "電池").doesNotHaveDuplicates();
    assertThat(concepts.labels("power-bank")).contains("powerbank").doesNotContain("电池");
    assertThat(concepts.labels("no-such")).isEmpty();
  }

  @Test
  void aLabelThatHasAnotherInItIsNotLookedFor() {
    assertThat(concepts.needles("battery")).contains("battery", "powerbank", "button cell")
        .doesNotContain("lithium battery", "button battery");
    assertThat(concepts.needles("lithium-battery")).contains("lithium battery");
  }

  @Test
  void aFaultNamesFileAndLineAndSparesTheOtherConcepts(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("concepts.yaml");
    Files.writeString(file, """
        products:
          good: {hs: 9503, en: good thing}
          Bad Code: {hs: 9503, en: x}
          bad-hs: {hs: 95, en: y}
          lost: {under: nothing, en: z}
          round: {under: round, en: r}
          mute: {hs: 9503}
          tongue: {hs: 9503, klingon: q}
        kinds:
          party: {en: party}
        others: {}
        """);
    Concepts mine = Concepts.load(folder);
    assertThat(mine.all()).extracting(Concept::code).containsExactly("good");
    assertThat(mine.faults()).extracting(Fault::line).contains(3, 4, 5, 6, 7, 8, 10, 11);
    assertThat(mine.faults()).allMatch(fault -> fault.file().equals(file));
  }

  @Test
  void aFileThatIsMissingOrNoYamlIsAFault(@TempDir Path folder) throws IOException {
    assertThat(Concepts.load(folder).faults()).hasSize(1);
    Files.writeString(folder.resolve("concepts.yaml"), "products:\n  a: [\n");
    assertThat(Concepts.load(folder).faults()).singleElement().matches(fault -> fault.line() >= 2);
  }
}
