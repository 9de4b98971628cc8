package io.fengsui.crawler.read;

import java.util.List;

/** A record of a response, asked in the path language of its format. For one thread, while the response is read. */
interface Item {
  /** The texts at a path, as they stand; a leading {@code ^} starts at the document's root. */
  List<String> texts(String path);

  /** The records inside this one. */
  List<Item> each(String path);

  /** The record in short, for an operator. */
  String excerpt();
}
