package io.fengsui.crawler.health;

import io.fengsui.crawler.notice.Company;
import io.fengsui.crawler.notice.DateRole;
import io.fengsui.crawler.notice.Link;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.notice.Product;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts how many notices have which field. Every notice of a crawl passes through, so it counts into arrays; only the fields
 * that a source names itself need a map. For one thread.
 */
public final class FieldCount {
  private static final String[] NAMES = {"text", "notifying", "origin", "markets", "categories", "hazards", "class",
      "measures", "product.name", "product.brand", "product.model", "product.lot", "product.gtin", "product.quantity"};

  private final int[] fields = new int[NAMES.length];
  private final int[] dates = new int[DateRole.values().length];
  private final int[] companies = new int[Company.Role.values().length];
  private final int[] links = new int[Link.Rel.values().length];
  private final Map<String, int[]> others = new HashMap<>();
  private int measured;

  /** Counts a notice. */
  public void add(Notice notice) {
    measured++;
    count(0, !notice.text().isEmpty());
    count(1, !notice.notifying().isEmpty());
    count(2, !notice.origin().isEmpty());
    count(3, !notice.markets().isEmpty());
    count(4, !notice.categories().isEmpty());
    count(5, !notice.hazards().isEmpty());
    count(6, notice.publisherClass() != null);
    count(7, !notice.measures().isEmpty());
    if (!notice.products().isEmpty())
      products(notice);
    notice.dates()
        .forEach((role, date) -> dates[role.ordinal()] += date.date() != null || date.instant() != null ? 1 : 0);
    if (!notice.companies().isEmpty())
      companies(notice);
    if (!notice.links().isEmpty())
      links(notice);
    for (String name : notice.other().keySet())
      others.computeIfAbsent(name, other -> new int[1])[0]++;
  }

  /** How many notices were counted. */
  public int measured() {
    return measured;
  }

  /** How many of them have each field that any of them has. Dates count where they could be read as such. */
  public Map<String, Integer> filled() {
    Map<String, Integer> filled = new HashMap<>();
    for (int i = 0; i < fields.length; i++)
      put(filled, NAMES[i], fields[i]);
    for (DateRole role : DateRole.values())
      put(filled, "date." + role.code(), dates[role.ordinal()]);
    for (Company.Role role : Company.Role.values())
      put(filled, "company." + role.code(), companies[role.ordinal()]);
    for (Link.Rel rel : Link.Rel.values())
      put(filled, "link." + rel.code(), links[rel.ordinal()]);
    others.forEach((name, count) -> put(filled, "other." + name, count[0]));
    return filled;
  }

  private static void put(Map<String, Integer> filled, String name, int count) {
    if (count > 0)
      filled.put(name, count);
  }

  private void products(Notice notice) {
    int has = 0;
    for (Product product : notice.products())
      has |= bit(0, product.name() != null) | bit(1, product.brand() != null) | bit(2, product.model() != null)
          | bit(3, product.lot() != null) | bit(4, !product.gtins().isEmpty()) | bit(5, product.quantity() != null);
    for (int i = 0; i < 6; i++)
      count(8 + i, (has & 1 << i) != 0);
  }

  private void companies(Notice notice) {
    int has = 0;
    for (Company company : notice.companies())
      has |= 1 << company.role().ordinal();
    addEach(companies, has);
  }

  private void links(Notice notice) {
    int has = 0;
    for (Link link : notice.links())
      has |= 1 << link.rel().ordinal();
    addEach(links, has);
  }

  private static void addEach(int[] counts, int has) {
    for (int i = 0; i < counts.length; i++)
      counts[i] += has >> i & 1;
  }

  private static int bit(int at, boolean set) {
    return set ? 1 << at : 0;
  }

  private void count(int field, boolean has) {
    if (has)
      fields[field]++;
  }
}
