package io.fengsui.crawler.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts how often each path of a source found something, so that one that never does can be shown. For one thread. */
public final class PathTally {
  private final Map<Place, int[]> counts = new LinkedHashMap<>();

  /** A path, and the path of the records inside a record that it starts from; null for the record itself. */
  private record Place(String path, @Nullable String within) {}

  /**
   * How a path did.
   *
   * @param within path of the records inside a record that it starts from, null for the record itself
   * @param asked  records in which it was looked for; alternatives that were not needed are not looked for
   * @param found  those in which it found something
   */
  public record Use(String path, @Nullable String within, int asked, int found) {}

  /** Every path that was looked for, in order of first use. */
  public List<Use> uses() {
    return counts.entrySet().stream()
        .map(each -> new Use(each.getKey().path(), each.getKey().within(), each.getValue()[0], each.getValue()[1]))
        .toList();
  }

  /** The same record, under observation. */
  Item watch(Item item) {
    return new Watched(item, null);
  }

  private void count(String path, @Nullable String within, boolean found) {
    int[] count = counts.computeIfAbsent(new Place(path, within), place -> new int[2]);
    count[0]++;
    if (found)
      count[1]++;
  }

  private final class Watched implements Item {
    private final Item item;
    private final @Nullable String within;

    Watched(Item item, @Nullable String within) {
      this.item = item;
      this.within = within;
    }

    @Override
    public List<String> texts(String path) {
      List<String> texts = item.texts(path);
      count(path, within, texts.stream().anyMatch(text -> !text.isBlank()));
      return texts;
    }

    @Override
    public List<Item> each(String path) {
      List<Item> items = item.each(path);
      count(path, within, !items.isEmpty());
      String inside = within == null ? path : within + " " + path;
      return items.stream().<Item>map(inner -> new Watched(inner, inside)).toList();
    }

    @Override
    public String excerpt() {
      return item.excerpt();
    }
  }
}
