package io.fengsui.crawler.clean;

import java.nio.charset.Charset;
import java.util.BitSet;

/**
 * Charsets of East Asia, with what their bytes look like in real text: each keeps its frequent characters in a zone of its own
 * (GB 2312 level 1, Big5 level 1, the hangul of KS X 1001, kana and JIS level 1), so bytes tell where they are at home.
 */
enum Multibyte {
  GB18030("GB18030", CommonCharacters.SIMPLIFIED) {
    @Override
    int step(byte[] text, int i) {
      int lead = at(text, i);
      int trail = at(text, i + 1);
      if (trail >= 0x30 && trail <= 0x39)
        return in(at(text, i + 2), 0x81, 0xFE) && in(at(text, i + 3), 0x30, 0x39) ? 4 | RARE : BAD;
      if (!in(lead, 0x81, 0xFE) || !in(trail, 0x40, 0xFE) || trail == 0x7F)
        return BAD;
      if (trail < 0xA1)
        return 2 | RARE;
      return 2 | (in(lead, 0xB0, 0xD7) ? FREQUENT : in(lead, 0xA1, 0xA3) ? SIGN : RARE);
    }
  },
  BIG5("Big5-HKSCS", CommonCharacters.TRADITIONAL) {
    @Override
    int step(byte[] text, int i) {
      int lead = at(text, i);
      int trail = at(text, i + 1);
      if (!in(lead, 0x87, 0xFE) || !in(trail, 0x40, 0x7E) && !in(trail, 0xA1, 0xFE))
        return BAD;
      return 2 | (in(lead, 0xA4, 0xC6) ? FREQUENT : in(lead, 0xA1, 0xA3) ? SIGN : RARE);
    }
  },
  EUC_KR("x-windows-949", CommonCharacters.KOREAN) {
    @Override
    int step(byte[] text, int i) {
      int lead = at(text, i);
      int trail = at(text, i + 1);
      if (!in(lead, 0x81, 0xFE) || !in(trail, 0x41, 0x5A) && !in(trail, 0x61, 0x7A) && !in(trail, 0x81, 0xFE))
        return BAD;
      if (trail < 0xA1)
        return 2 | RARE;
      return 2 | (in(lead, 0xB0, 0xC8) ? FREQUENT : in(lead, 0xA1, 0xA3) ? SIGN : RARE);
    }
  },
  SHIFT_JIS("windows-31j", CommonCharacters.JAPANESE) {
    @Override
    int step(byte[] text, int i) {
      int lead = at(text, i);
      int trail = at(text, i + 1);
      if (in(lead, 0xA1, 0xDF))
        return 1 | RARE;
      if (!in(lead, 0x81, 0x9F) && !in(lead, 0xE0, 0xFC) || !in(trail, 0x40, 0xFC) || trail == 0x7F)
        return BAD;
      if (lead == 0x82 && trail >= 0x9F || lead == 0x83 && trail <= 0x96)
        return 2 | KANA;
      return 2 | (in(lead, 0x88, 0x97) ? FREQUENT : lead == 0x81 || lead == 0x82 ? SIGN : RARE);
    }
  },
  EUC_JP("EUC-JP", CommonCharacters.JAPANESE) {
    @Override
    int step(byte[] text, int i) {
      int lead = at(text, i);
      int trail = at(text, i + 1);
      if (lead == 0x8E)
        return in(trail, 0xA1, 0xDF) ? 2 | RARE : BAD;
      if (lead == 0x8F)
        return in(trail, 0xA1, 0xFE) && in(at(text, i + 2), 0xA1, 0xFE) ? 3 | RARE : BAD;
      if (!in(lead, 0xA1, 0xFE) || !in(trail, 0xA1, 0xFE))
        return BAD;
      if (lead == 0xA4 || lead == 0xA5)
        return 2 | KANA;
      return 2 | (in(lead, 0xB0, 0xCF) ? FREQUENT : in(lead, 0xA1, 0xA3) ? SIGN : RARE);
    }
  },
  EUC_TW("x-EUC-TW", CommonCharacters.TRADITIONAL) {
    @Override
    int step(byte[] text, int i) {
      int lead = at(text, i);
      int trail = at(text, i + 1);
      if (lead == 0x8E)
        return in(trail, 0xA1, 0xB0) && in(at(text, i + 2), 0xA1, 0xFE) && in(at(text, i + 3), 0xA1, 0xFE)
            ? 4 | RARE
            : BAD;
      if (!in(lead, 0xA1, 0xFE) || !in(trail, 0xA1, 0xFE))
        return BAD;
      return 2 | (lead >= 0xC4 ? FREQUENT : in(lead, 0xA1, 0xA3) ? SIGN : RARE);
    }
  };

  private static final int LENGTH = 0x0F;
  private static final int FREQUENT = 0x10;
  private static final int SIGN = 0x20;
  private static final int KANA = 0x30;
  private static final int RARE = 0x40;
  private static final int BAD = 0x51;

  private final Charset charset;
  private final BitSet common = new BitSet();

  Multibyte(String charset, String common) {
    this.charset = Charset.forName(charset);
    common.chars().forEach(this.common::set);
  }

  /** Length in bytes and kind of the character at a byte beyond ASCII. */
  abstract int step(byte[] text, int i);

  Charset charset() {
    return charset;
  }

  /**
   * How much the bytes look like text in this charset: 1 for nothing but its most common characters, below 0 for what cannot
   * be.
   */
  double score(byte[] text) {
    int[] kinds = new int[6];
    for (int i = 0; i < text.length;)
      if (text[i] >= 0)
        i++;
      else {
        int step = step(text, i);
        // The sample may end within a character.
        if (step != BAD || i + 3 < text.length)
          kinds[step >> 4]++;
        i += step & LENGTH;
      }
    int all = kinds[1] + kinds[2] + kinds[3] + kinds[4] + kinds[5];
    if (all == 0)
      return 0;
    double common = kinds[KANA >> 4] + common(text);
    double zones = kinds[FREQUENT >> 4] + kinds[KANA >> 4] + 0.5 * kinds[SIGN >> 4];
    double score = (0.5 * zones + 0.5 * common - 0.5 * kinds[RARE >> 4] - 4.0 * kinds[BAD >> 4]) / all;
    return handicapped(kinds[KANA >> 4] * 10 < all) ? score - 0.3 : score;
  }

  /** Japanese is never without kana, and hardly anybody writes EUC-TW. */
  private boolean handicapped(boolean withoutKana) {
    return this == EUC_TW || withoutKana && (this == SHIFT_JIS || this == EUC_JP);
  }

  private int common(byte[] text) {
    return (int) new String(text, charset).chars().filter(c -> common.get(c)).count();
  }

  private static int at(byte[] text, int i) {
    return i < text.length ? text[i] & 0xFF : 0;
  }

  private static boolean in(int value, int from, int to) {
    return value >= from && value <= to;
  }

}
