package io.fengsui.portal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Searches through the portal and straight against Elasticsearch in turn, with the very query that the portal sends, so that
 * a slow moment of the machine meets both.
 */
final class SearchRace {
  /** What analysts type: words, phrases, names, references and fields, in several languages. */
  static final List<String> QUERIES = List.of("", "电池", "玩具 召回", "\"lithium battery\"", "power bank", "salmonella",
      "origin:CN kind:warning", "by:DE", "listeria cheese", "Rückruf", "어린이", "toy choking -magnet", "fire OR burn",
      "brand:philips", "children's clothing drawstring", "since:2023 aflatoxin");

  /** Rounds after which the median no longer falls. */
  private static final int WARM_UP = 120;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI portal;
  private final URI engine;
  private final UnaryOperator<String> straight;

  /**
   * @param straight what the portal sends to Elasticsearch for a query text
   */
  SearchRace(URI portal, URI engine, UnaryOperator<String> straight) {
    this.portal = portal;
    this.engine = engine;
    this.straight = straight;
  }

  /** Runs the race: rounds to warm up, until the compilers have seen enough of both sides, then those that count. */
  Result run(int rounds) {
    rounds(WARM_UP);
    return rounds(rounds);
  }

  private Result rounds(int rounds) {
    double[] through = new double[rounds * QUERIES.size()];
    double[] direct = new double[through.length];
    int at = 0;
    for (int round = 0; round < rounds; round++)
      for (String query : QUERIES) {
        HttpRequest ours = portalRequest(query);
        HttpRequest theirs = straightRequest(query);
        boolean first = at % 2 == 0;
        if (first)
          through[at] = millis(ours);
        direct[at] = millis(theirs);
        if (!first)
          through[at] = millis(ours);
        at++;
      }
    return Result.of(through, direct);
  }

  private HttpRequest portalRequest(String query) {
    return HttpRequest.newBuilder(portal.resolve("/api/v1/search?size=20&q=" + URLEncoder.encode(query,
        StandardCharsets.UTF_8))).GET().build();
  }

  private HttpRequest straightRequest(String query) {
    return HttpRequest.newBuilder(engine.resolve("/notices/_search")).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(straight.apply(query))).build();
  }

  private double millis(HttpRequest request) {
    try {
      long start = System.nanoTime();
      var response = http.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() != 200)
        throw new IOException(request.uri() + " answered " + response.statusCode() + ": "
            + new String(response.body(), StandardCharsets.UTF_8));
      return (System.nanoTime() - start) / 1e6;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Milliseconds at the median and the 95th percentile, and their ratios. */
  record Result(double portalP50, double portalP95, double straightP50, double straightP95, double ratioP50,
      double ratioP95, int searches) {
    static Result of(double[] through, double[] direct) {
      Arrays.sort(through);
      Arrays.sort(direct);
      double p50 = at(through, 0.5);
      double p95 = at(through, 0.95);
      return new Result(p50, p95, at(direct, 0.5), at(direct, 0.95), p50 / at(direct, 0.5), p95 / at(direct, 0.95),
          through.length);
    }

    private static double at(double[] sorted, double share) {
      return sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * share))];
    }
  }
}
