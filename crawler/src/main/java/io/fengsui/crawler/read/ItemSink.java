package io.fengsui.crawler.read;

/** Takes the records of a response one by one. */
@FunctionalInterface
interface ItemSink {
  void accept(Item item) throws Unreadable;
}
