package io.fengsui.portal.bench;

import io.fengsui.crawler.capture.Pack;
import io.fengsui.indexer.query.Parsed;
import io.fengsui.indexer.query.SearchRequest;
import io.fengsui.portal.wiring.Gathering;
import io.fengsui.portal.wiring.Parts;
import io.fengsui.portal.wiring.Serving;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Replays a folder of recordings into fresh engines and measures every step, each beside its floor: reading beside the bare
 * parsers, indexing beside a bare bulk loop of the same documents, searching beside the same query straight.
 */
public final class Benchmark {
  private static final Logger LOG = LoggerFactory.getLogger(Benchmark.class);
  private static final int FLOORS = 3;

  private final Path manifest;
  private final Path recorded;
  private final Path work;
  private final int rounds;

  /**
   * @param manifest which file answers which address
   * @param recorded folder that the manifest's paths start from
   * @param work     folder for engines, recordings and bulk bodies; must not hold an earlier run
   * @param rounds   of searches
   */
  public Benchmark(Path manifest, Path recorded, Path work, int rounds) {
    this.manifest = manifest;
    this.recorded = recorded;
    this.work = work;
    this.rounds = rounds;
  }

  /** One run. Rates are per second of wall-clock time. */
  public record Report(int notices, double endToEndPerSecond, double storedPerSecond, double indexedPerSecond,
      ReadRace.Result read, List<Double> bareBulkPerSecond, double endToEndToBareBulk, double indexedToBareBulk,
      SearchRace.Result search, long peakHeapMebibytes, long heapLimitMebibytes,
      Map<String, Gathering.Tally> sources) {}

  /** Runs it; takes some minutes. */
  public Report run() throws IOException {
    Path replay = work.resolve("recordings");
    LOG.info("packing {}", recorded);
    Pack.pack(manifest, recorded, replay);
    Map<String, Object> settings = Map.of("fengsui.data", work.resolve("data").toString(), "fengsui.fetch.replay",
        replay.toString(), "fengsui.roles", "serve", "server.port", "0", "server.address", "127.0.0.1");
    try (PeakHeap heap = new PeakHeap();
        ConfigurableApplicationContext portal = Serving.start(new String[0], settings)) {
      return run(portal, portal.getBean(Parts.class), heap);
    }
  }

  private Report run(ConfigurableApplicationContext portal, Parts parts, PeakHeap heap) throws IOException {
    Serving.awaitReady(portal);
    LOG.info("gathering and indexing");
    Gathering.Report ingest = new Gathering(parts).replay(List.of());
    LOG.info("reading again");
    ReadRace.Result read = new ReadRace(parts).run();
    LOG.info("building the index anew");
    long start = System.nanoTime();
    long indexed = parts.indexer().rebuild();
    double indexedPerSecond = indexed / ((System.nanoTime() - start) / 1e9);
    List<Double> floors = floors(parts);
    LOG.info("searching");
    SearchRace.Result search = race(portal, parts).run(rounds);
    double endToEnd = ingest.read() / ingest.seconds();
    double floor = floors.stream().sorted().toList().get(FLOORS / 2);
    return new Report(ingest.read(), endToEnd, ingest.read() / ingest.gatherSeconds(), indexedPerSecond, read, floors,
        endToEnd / floor, indexedPerSecond / floor, search, heap.mebibytes(), PeakHeap.limitMebibytes(),
        ingest.sources());
  }

  /** The engine is warm by now: it has taken all documents twice. */
  private List<Double> floors(Parts parts) throws IOException {
    BareBulk bulk = new BareBulk(parts.engine().address());
    Path bodies = work.resolve("bulk");
    LOG.info("exporting the documents for the bare bulk loop");
    int documents = bulk.export("notices", bodies);
    double[] rates = new double[FLOORS];
    for (int i = 0; i < FLOORS; i++) {
      rates[i] = documents / bulk.load("notices", "bare-" + i, bodies);
      LOG.info("bare bulk: {} documents/s", Math.round(rates[i]));
    }
    return java.util.Arrays.stream(rates).boxed().toList();
  }

  private static SearchRace race(ConfigurableApplicationContext portal, Parts parts) {
    URI pages = URI.create("http://127.0.0.1:" + portal.getEnvironment().getProperty("local.server.port"));
    return new SearchRace(pages, parts.engine().address(), text -> straight(parts, text));
  }

  private static String straight(Parts parts, String text) {
    if (!(parts.parser().parse(text) instanceof Parsed.Understood understood))
      throw new IllegalStateException("not understood: " + text);
    SearchRequest.Sort sort = text.isBlank() ? SearchRequest.Sort.DATE : SearchRequest.Sort.RELEVANCE;
    return parts.search().body(new SearchRequest(understood.query(), sort, 20, null, true));
  }
}
