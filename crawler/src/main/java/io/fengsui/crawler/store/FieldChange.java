package io.fengsui.crawler.store;

/**
 * A field that differs between two revisions.
 *
 * @param field    its name, as in YAML
 * @param before   as text, empty where it was not there
 * @param after    as text, empty where it is gone
 * @param material true for what changes the meaning: kind, title, class, hazards, products, partners and markets, measures and
 *                 what they cover, their dates where another day is meant, status; false for the wording of the text, for companies and links, and for typography
 *                 (white space, case, punctuation, HTML entities, order) in any field
 */
public record FieldChange(String field, String before, String after, boolean material) {}
