package io.fengsui.portal.workbench;

/**
 * A field of a preview.
 *
 * @param share   0 to 1, for the bar
 * @param percent the same in words
 * @param page    the share with the notices' own pages, empty where none were asked for
 * @param example the first value, empty for none
 */
record FieldRow(String label, double share, String percent, String page, String example) {}
