package io.fengsui.indexer.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Cuts what somebody types into the parts that a match must have. */
final class Units {
  /** Chinese words that are in nearly every text, or in none of another language. */
  private static final String PARTICLES = "的和与及或在了之等从被由于为是";

  private final String given;
  private final Text text = new Text();
  private final List<String> units = new ArrayList<>();
  private final List<String> particles = new ArrayList<>();
  private final Run run = new Run();
  private final Segmenter segmenter = new Segmenter();

  Units(String given) {
    this.given = given;
    try {
      text.read(new StringReader(given));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> list() {
    for (int index = 0; index < text.length();)
      index = switch (text.script(index)) {
        case Script.BREAK, Script.IGNORED -> index + text.width(index);
        case Script.LETTER, Script.DIGIT, Script.SIGN -> spaced(index);
        default -> unspaced(index);
      };
    return units.isEmpty() ? particles : units;
  }

  /** A word or a code: to the next separator, without signs at its end. */
  private int spaced(int from) {
    int end = from;
    for (int index = from; index < text.length() && !separator(index); index += text.width(index)) {
      byte script = text.script(index);
      if (script == Script.LETTER || script == Script.DIGIT || script == Script.SIGN)
        end = index + text.width(index);
      else if (script != Script.BREAK && script != Script.IGNORED)
        break;
    }
    units.add(given.substring(from, end));
    return end;
  }

  /** White space, brackets, quotes; a comma or semicolon that is not inside a number. */
  private boolean separator(int index) {
    char c = text.at(index);
    if (c == ',' || c == ';')
      return text.script(index + 1) != Script.DIGIT || index == 0 || text.script(index - 1) != Script.DIGIT;
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || "()[]{}<>\"“”„«»，、；。！？（）【】《》「」".indexOf(c) >= 0;
  }

  private int unspaced(int from) {
    int after = run.read(text, from);
    int[] ends = run.script() == Script.HANGUL ? new int[0] : segmenter.ends(run);
    if (ends.length == 0 && run.positions() > 0)
      add(0, run.positions());
    int start = 0;
    int single = 0;
    for (int end : ends) {
      // Characters that stand alone one after the other are most likely a name that the dictionary does not have.
      if (end - start > 1 || particle(start)) {
        add(single, start);
        add(start, end);
        single = end;
      }
      start = end;
    }
    add(single, start);
    return after;
  }

  private void add(int from, int to) {
    if (to > from)
      (to - from == 1 && particle(from) ? particles : units).add(given.substring(run.start(from), run.end(to - 1)));
  }

  private boolean particle(int position) {
    return PARTICLES.indexOf(run.chars[run.from(position)]) >= 0;
  }
}
