package io.fengsui.indexer.taxonomy;

import com.ibm.icu.util.ULocale;
import io.fengsui.crawler.source.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Names of trading partners in all languages (Unicode CLDR), and the publishers' odd forms ({@code partners.yaml}). Safe
 * for several threads.
 */
public final class PartnerNames {
  /** As many spellings are remembered; publishers use some hundreds. */
  private static final int REMEMBERED = 20_000;
  private static final Pattern SUBDIVISION = Pattern.compile("([A-Za-z]{2})-[A-Za-z0-9]{1,3}");
  private static final Pattern BETWEEN = Pattern.compile("\\s*[;,/|\\n]\\s*|\\s+(?:and|&)\\s+");
  private final OddNames odd;
  private final Map<String, Optional<String>> known = new ConcurrentHashMap<>();
  private final Map<String, List<String>> lists = new ConcurrentHashMap<>();

  private PartnerNames(OddNames odd) {
    this.odd = odd;
  }

  /** Reads {@code partners.yaml} of the folder; lines with a fault are left out. */
  public static PartnerNames load(Path folder) {
    return new PartnerNames(OddNames.read(new TaxonomyFile(folder.resolve("partners.yaml"))));
  }

  /**
   * The ISO 3166-1 alpha-2 code ({@code EU} for the European Union, {@code XK} for Kosovo) that a name or code stands
   * for; empty where it stands for none.
   */
  public Optional<String> code(String given) {
    Optional<String> code = known.get(given);
    if (code != null)
      return code;
    if (known.size() >= REMEMBERED)
      known.clear();
    code = given.length() > 200 ? Optional.empty() : find(given);
    known.put(given, code);
    return code;
  }

  /**
   * What a publisher's text names: codes, and its own words where there is no code. A text that lists several partners
   * is taken apart if each part is one; words for "not known" yield nothing.
   */
  public List<String> codes(String given) {
    List<String> codes = lists.get(given);
    if (codes != null)
      return codes;
    if (lists.size() >= REMEMBERED)
      lists.clear();
    codes = read(given.strip());
    lists.put(given, codes);
    return codes;
  }

  /**
   * The name of a partner in a BCP 47 language, in its short form; the code itself where it has no name.
   */
  public String name(String code, String language) {
    return odd.name(code, language).orElseGet(() -> CldrNames.name(code, ULocale.forLanguageTag(language)));
  }

  /** Faults of the file, each with its line. */
  public List<Fault> faults() {
    return odd.faults();
  }

  private List<String> read(String given) {
    if (given.isEmpty() || odd.nowhere(Folding.fold(given)))
      return List.of();
    Optional<String> one = code(given);
    return one.isPresent() ? List.of(one.get()) : several(given);
  }

  private List<String> several(String given) {
    List<String> codes = new ArrayList<>();
    for (String part : BETWEEN.split(given)) {
      Optional<String> code = code(part);
      if (code.isPresent())
        codes.add(code.get());
      else if (!part.isBlank() && !odd.nowhere(Folding.fold(part)))
        return List.of(given);
    }
    return codes.isEmpty() ? List.of(given) : codes.stream().distinct().toList();
  }

  private Optional<String> find(String given) {
    String folded = Folding.fold(given);
    if (folded.isEmpty() || odd.nowhere(folded))
      return Optional.empty();
    Optional<String> code = odd.code(folded).or(() -> CldrNames.code(folded));
    if (code.isPresent())
      return code;
    var part = SUBDIVISION.matcher(given.strip());
    return part.matches() ? CldrNames.code(part.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
  }
}
