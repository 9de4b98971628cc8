package io.fengsui.crawler.store;

import io.fengsui.crawler.fetch.Glimpse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a crawl tells about its source besides notices. Glimpse and statement are kept of the last crawl that had one, not for
 * each: a record from the archive has neither.
 *
 * @param measured  notices whose fields were counted
 * @param filled    how many of these have the field, by its name
 * @param nowhere   the key and the path of the YAML file that found nothing where something had to be; null where all did
 * @param glimpse   of the response that failed, else of the first one; null where there was none
 * @param statement what the publisher says that there is, null where the crawl does not know it
 */
public record Findings(int measured, Map<String, Integer> filled, @Nullable String nowhere, @Nullable Glimpse glimpse,
    @Nullable Statement statement) {
  /** Nothing was noticed. */
  public static final Findings NONE = new Findings(0, Map.of(), null, null, null);

  public Findings {
    filled = Map.copyOf(filled);
  }
}
