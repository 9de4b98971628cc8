package io.fengsui.indexer.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.indexer.Configured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartnerNamesTest {
  private final PartnerNames names = Configured.PARTNERS;

  @Test
  void theConfiguredFileHasNoFault() {
    assertThat(names.faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '=', textBlock = """
      People's Republic of China = CN
      People’s Republic of China = CN
      中国 = CN
      中國 = CN
      Volksrepublik China = CN
      United Kingdom in respect of Northern Ireland = GB
      Türkiye = TR
      TURKEY = TR
      Czechia = CZ
      Czech Republic = CZ
      The Netherlands = NL
      Pays-Bas = NL
      Korea, Republic of = KR
      Republic of Korea = KR
      대한민국 = KR
      Viet Nam = VN
      Vietnam = VN
      Hong Kong = HK
      Russian Fed. = RU
      Taiwan = TW
      Ivory Coast = CI
      Côte d'Ivoire = CI
      Democratic Republic Of Congo = CD
      Congo = CG
      Congo (Brazzaville) = CG
      Swaziland = SZ
      Vatican City = VA
      Faeroe Islands = FO
      Myanmar = MM
      Burma = MM
      European Union = EU
      European Commission = EU
      欧盟 = EU
      Kosovo = XK
      de = DE
      DEU = DE
      Deutschland = DE
      GERMANY = DE
      ' Germany ' = DE
      GB-ENG = GB
      USA = US
      United States = US
      U.S.A. = US
      Republic of North Macedonia = MK
      EL = GR
      Япония = JP
      日本 = JP""")
  void aNameIsKnownAsItsPublisherWritesIt(String given, String code) {
    assertThat(names.code(given)).contains(code);
  }

  @ParameterizedTest
  @CsvSource({"Unknown", "unknown origin", "Atlantis", "-", "''", "不明", "Kitchen"})
  void whatIsNoPartnerHasNoCode(String given) {
    assertThat(names.code(given)).isEmpty();
  }

  @Test
  void aListInOneTextIsTakenApartOnlyIfAllOfItIsKnown() {
    assertThat(names.codes("Belgium; China, Germany")).containsExactly("BE", "CN", "DE");
    assertThat(names.codes("Germany; unknown origin")).containsExactly("DE");
    assertThat(names.codes("Bosnia and Herzegovina")).containsExactly("BA");
    assertThat(names.codes("Germany and Atlantis")).containsExactly("Germany and Atlantis");
    assertThat(names.codes("Unknown")).isEmpty();
  }

  @Test
  void aPartnerIsNamedInTheLanguageOfThePage() {
    assertThat(names.name("DE", "zh")).isEqualTo("德国");
    assertThat(names.name("DE", "en")).isEqualTo("Germany");
    assertThat(names.name("HK", "zh-CN")).isEqualTo("中国香港");
    assertThat(names.name("EU", "zh")).isEqualTo("欧盟");
    assertThat(names.name("Atlantis", "en")).isEqualTo("Atlantis");
  }

  @Test
  void aFaultNamesItsLineAndSparesTheRest(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("partners.yaml"), "spellings:\n  ZZ: [Nowhere]\n  DE: [Almany]\nodd: 1\n");
    PartnerNames mine = PartnerNames.load(folder);
    assertThat(mine.faults()).extracting(fault -> fault.line()).containsExactly(2, 4);
    assertThat(mine.code("Almany")).contains("DE");
  }
}
