package io.fengsui.indexer.analysis;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.cn.smart.hhmm.HHMMSegmenter;
import org.apache.lucene.analysis.cn.smart.hhmm.SegToken;

/** Finds where words begin: Chinese by Lucene's hidden Markov model, Korean by spaces and particles. */
final class Segmenter {
  private static final List<String> PARTICLES = List.of("에서", "으로", "에게", "까지", "부터", "을", "를", "은", "는", "의", "에");

  private final HHMMSegmenter chinese = new HHMMSegmenter();

  /**
   * The ends of the words of a run, in order, the last of them the run's length; empty where no word is known: Japanese and
   * the scripts without spaces.
   */
  int[] ends(Run run) {
    if (run.script() == Script.HANGUL)
      return new int[]{stem(run.text())};
    return run.isAllHan() ? chinese(run.text()) : new int[0];
  }

  /** Length of a Korean word without its particle. */
  private static int stem(String word) {
    for (String particle : PARTICLES)
      if (word.length() - particle.length() >= 2 && word.endsWith(particle))
        return word.length() - particle.length();
    return word.length();
  }

  private int[] chinese(String text) {
    if (text.length() == 1)
      return new int[]{1};
    // The first and the last token stand for the sentence's ends.
    List<SegToken> words = chinese.process(text);
    int[] ends = new int[words.size()];
    int count = 0;
    int last = 0;
    for (SegToken word : words)
      if (word.endOffset > last && word.endOffset <= text.length() && word.startOffset >= 0)
        ends[count++] = last = word.endOffset;
    if (last < text.length())
      ends[count++] = text.length();
    return Arrays.copyOf(ends, count);
  }
}
