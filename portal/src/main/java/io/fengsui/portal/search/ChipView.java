package io.fengsui.portal.search;

/**
 * A part of the query as it was understood.
 *
 * @param field   word of the field; empty for plain words
 * @param text    the value, or the words
 * @param note    what a concept is found by; empty for none
 * @param without address of the search without this part
 * @param literal address of the search with this part taken literally; empty where that makes no difference
 */
record ChipView(String field, String text, String note, String without, String literal) {}
