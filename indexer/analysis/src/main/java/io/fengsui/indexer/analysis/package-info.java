/**
 * The one analyzer, in process and in Elasticsearch alike. {@link io.fengsui.indexer.analysis.NoticeAnalyzer} is the way in.
 *
 * <h2>Terms</h2>
 * A position is the finest part that can be searched for:
 * <ul>
 * <li>a run of letters ({@code E. coli} is {@code e coli}), folded (case, width, accents, ß ł ø ı, Arabic forms) and without its plural
 * ending. A word has one term, made from its letters alone and never from what stands beside it, so it is found by its own form
 * wherever it stands;</li>
 * <li>a run of digits or a percent sign: {@code UN3481} is {@code un 3481}, {@code G/TBT/N/EU/1100} is {@code g tbt n eu 1100};</li>
 * <li>a single character of Chinese, Japanese, Korean, Thai, Lao, Khmer or Burmese. Its terms are the pair with the next character,
 * itself where it is Chinese or stands alone, and {@code =word} where a word begins, as the dictionary (Chinese) or the spaces
 * (Korean, without its particles) have it. Traditional Chinese is folded to simplified.</li>
 * </ul>
 * Letters joined by hyphens, apostrophes or, one by one, by full stops are found joined too ({@code e-bike} by {@code ebike},
 * {@code U.S.} by {@code us}), digits in thousands likewise ({@code 1,100} by {@code 1100}).
 *
 * <h2>How to search</h2>
 * Index with {@code fengsui} and search with {@code fengsui_search}.
 * <ul>
 * <li>Something literal, a quoted phrase, a code whole or in part: {@code match_phrase}. It finds each text in which the same letters
 * and digits follow one another, whatever signs or spaces stand between them. In Chinese it finds any part of a text.</li>
 * <li>Words as people type them: {@link io.fengsui.indexer.analysis.NoticeAnalyzer#units} cuts a text into units, each to be asked for
 * by {@code match_phrase}, all of them required. 玩具召回 is two units, {@code UN3481} is one.</li>
 * <li>{@code match} with operator AND is looser: the parts of a code may then stand anywhere.</li>
 * </ul>
 * A search token stream has holes inside Chinese, Japanese and Korean (position increments must be respected, as they are by default)
 * or else is a graph where joined letters occur; {@code =word} adds weight to texts that have the word as a word and never excludes one.
 */
@NullMarked
package io.fengsui.indexer.analysis;

import org.jspecify.annotations.NullMarked;
