package io.fengsui.crawler.read;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Finds the records of a response of one format. */
interface ItemReader {
  /** Passes on each record as soon as it is complete. */
  Outline read(ResponseText text, ItemSink sink) throws IOException, Unreadable;

  /** The whole document as one record, for an index of further documents; a row or entry at a time where there is no whole. */
  void whole(ResponseText text, ItemSink sink) throws IOException, Unreadable;

  /**
   * What there is besides the records.
   *
   * @param root    the document without its records
   * @param missing what stands where the records should be, null where their place was found
   */
  record Outline(Item root, @Nullable String missing) {}
}
