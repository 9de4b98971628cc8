package io.fengsui.crawler.clean;

import com.ibm.icu.text.CharsetDetector;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Weighs what is declared against what the bytes are like. */
final class CharsetChoice {
  /** Below, bytes are not text of East Asia. */
  private static final double LEGIBLE = 0.3;
  /** By so much another charset must fit better than the declared one. */
  private static final double CLEARLY = 0.35;
  /** Bytes; of so few, rare characters may be the most. */
  private static final int SHORT = 40;
  /** Letters with marks; a language needs more to show. */
  private static final int FEW = 6;
  private static final Charset WESTERN = Charset.forName("windows-1252");
  /** Latin letters with marks stand alone between plain ones: what comes in long runs is another script. */
  private static final Set<String> LATIN = Set.of("windows-1252", "windows-1250", "windows-1254", "windows-1257",
      "ISO-8859-2", "ISO-8859-3", "ISO-8859-4", "ISO-8859-10", "ISO-8859-13", "ISO-8859-14", "ISO-8859-15",
      "ISO-8859-16", "x-MacRoman", "IBM850", "IBM437");
  /** A guess of ICU that is worth more than the most frequent charset of the web. */
  private static final int SURE = 10;

  private final Utf8Scan scan;
  private final List<Charset> declared;
  private final byte[] head;
  private final byte[] sample;

  /** @param head the first bytes, where the sample is empty because all are ASCII */
  CharsetChoice(Utf8Scan scan, List<Charset> declared, byte[] head) {
    this.scan = scan;
    this.declared = declared;
    this.head = head;
    this.sample = scan.sample();
  }

  Charset choose() {
    if (scan.ascii())
      return escaped().or(() -> declared.stream().findFirst()).orElse(StandardCharsets.UTF_8);
    if (utf8())
      return StandardCharsets.UTF_8;
    var likely = likely();
    return declared.stream().filter(charset -> credible(charset, likely)).findFirst()
        .orElseGet(() -> likely.map(CharsetFit::charset).orElseGet(this::latin));
  }

  /** The best fit among the charsets of other scripts than the Latin one, empty where none fits. */
  private Optional<CharsetFit> likely() {
    var alphabet = inRuns(4) ? Alphabet.best(sample) : Optional.<CharsetFit>empty();
    var east = Stream.of(Multibyte.values()).map(kind -> new CharsetFit(kind.charset(), kind.score(sample)))
        .filter(fit -> fit.score() >= LEGIBLE);
    return Stream.concat(east, alphabet.stream()).max(Comparator.comparingDouble(CharsetFit::score));
  }

  /** Valid, and not by accident; or nearly so, as with texts that a program cut at a byte. */
  private boolean utf8() {
    int valid = scan.pairs() + scan.longer();
    boolean wanted = declared.isEmpty() || declared.contains(StandardCharsets.UTF_8);
    if (scan.faults() > 0)
      return valid >= scan.faults() * (wanted ? 5 : 20);
    return wanted || scan.longer() > 0 || scan.pairs() >= 4 || declared.stream().allMatch(CharsetChoice::isLatin);
  }

  private boolean credible(Charset charset, Optional<CharsetFit> likely) {
    double other = likely.map(CharsetFit::score).orElse(0.0);
    for (Multibyte kind : Multibyte.values())
      if (kind.charset().equals(charset)) {
        double own = kind.score(sample);
        return likely.isEmpty() ? own > -1 : other - own < (sample.length < SHORT ? CLEARLY : CLEARLY / 2);
      }
    boolean unicode = charset.name().startsWith("UTF-");
    return !unicode && (!isLatin(charset) || other < LEGIBLE + 0.15 && !inRuns(40));
  }

  private static boolean isLatin(Charset charset) {
    return LATIN.contains(charset.name());
  }

  /** Whether letters beyond ASCII make up words of their own. */
  private boolean inRuns(int least) {
    int runs = 0;
    int all = 0;
    for (int i = 0; i < sample.length; i++)
      if (sample[i] < 0) {
        all++;
        if (i == 0 || sample[i - 1] >= 0)
          runs++;
      }
    return all >= least && all >= runs * 2.2;
  }

  /** Seven-bit charsets that switch by escape sequences (ISO 2022). */
  private Optional<Charset> escaped() {
    var text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.contains("\u001B$)C"))
      return Charsets.named("ISO-2022-KR");
    return text.contains("\u001B$B") || text.contains("\u001B$@") || text.contains("\u001B(J")
        ? Charsets.named("ISO-2022-JP")
        : Optional.empty();
  }

  private Charset latin() {
    if (IntStream.range(0, sample.length).filter(i -> sample[i] < 0).limit(FEW).count() < FEW)
      return WESTERN;
    return Stream.of(new CharsetDetector().setText(sample).detectAll())
        .filter(match -> match.getConfidence() >= SURE)
        .flatMap(match -> Charsets.named(match.getName()).stream()).filter(CharsetChoice::isLatin).findFirst()
        .orElse(WESTERN);
  }
}
