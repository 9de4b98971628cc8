package io.fengsui.crawler.store;

/** What storing a batch did. */
public record StoreCount(int added, int revised, int unchanged) {
  public StoreCount plus(StoreCount other) {
    return new StoreCount(added + other.added, revised + other.revised, unchanged + other.unchanged);
  }
}
