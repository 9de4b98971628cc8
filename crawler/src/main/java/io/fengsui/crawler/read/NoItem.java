package io.fengsui.crawler.read;

import java.util.List;

/** The root of a format that has none. */
record NoItem() implements Item {
  @Override
  public List<String> texts(String path) {
    return List.of();
  }

  @Override
  public List<Item> each(String path) {
    return List.of();
  }

  @Override
  public String excerpt() {
    return "";
  }
}
