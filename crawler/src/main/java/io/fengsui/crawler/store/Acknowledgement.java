package io.fengsui.crawler.store;

import java.time.Instant;

/**
 * Somebody has taken note of what is wrong with a source.
 *
 * @param trouble what was wrong then, in the words of the health; where it is another now, the acknowledgement does not count
 * @param person  who, by the name that was given
 * @param note    may be empty
 */
public record Acknowledgement(String trouble, Instant at, String person, String note) {}
