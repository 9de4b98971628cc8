package io.fengsui.portal.page;

import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param current   the entry of the navigation that the visitor is in: search, sources, status, or none
 * @param query     what stands in the search box
 * @param sort      the order asked for, null for the usual one
 * @param other     address of the same page in the other language
 * @param broken    sources that fail or are late, 0 where all is well
 */
record Layout(String language, String current, String query, @Nullable String sort, String other, int broken,
    String tokens, String face, String script, String htmx) {}
