package io.fengsui.indexer.engine;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An Elasticsearch that is ours: a child process with a folder of its own. The first process on a folder owns the engine, starts it, restarts
 * it when it dies and ends it; others use it, and one of them takes over when the owner is gone. An engine that outlived its owner is
 * used on where it is well.
 */
final class EmbeddedElasticsearch implements SearchEngine {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedElasticsearch.class);
  private static final Duration LOOK = Duration.ofMillis(250);
  /** An engine that stood this long is restarted without waiting longer than at first. */
  private static final Duration CALM = Duration.ofMinutes(2);

  private final EngineSettings settings;
  private @Nullable Distribution distribution;
  private @Nullable Ownership ownership;
  private @Nullable volatile Connection connection;
  private @Nullable volatile Server server;
  private @Nullable volatile Thread watch;
  private @Nullable volatile Thread starting;
  private volatile String trouble = "";
  private volatile int starts;

  EmbeddedElasticsearch(EngineSettings settings) {
    this.settings = settings;
  }

  @Override
  public synchronized void start() {
    if (watch != null)
      return;
    Distribution found = Distribution.at(settings.home());
    Folder folder = Folder.of(settings, found.major());
    Ownership owner = new Ownership(folder);
    distribution = found;
    ownership = owner;
    Launch launch = new Launch(found, folder, settings);
    starting = Thread.currentThread();
    try {
      begin(launch, owner, folder);
      watch = Thread.ofPlatform().daemon().name("elasticsearch-watch").start(() -> watch(launch, owner, folder));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineFailure("interrupted while Elasticsearch was starting", e);
    } finally {
      starting = null;
      if (watch == null)
        owner.close();
    }
  }

  private void begin(Launch launch, Ownership owner, Folder folder) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
    while (true) {
      if (owner.take()) {
        use(launch.adoptOrStart());
        return;
      }
      Optional<Server> others = Server.running(folder).filter(Server::isHealthy);
      if (others.isPresent()) {
        use(others.get());
        return;
      }
      if (System.nanoTime() > end)
        throw new EngineFailure("Another process owns " + folder.base() + " and its Elasticsearch does not answer; see "
            + folder.logs());
      Thread.sleep(LOOK);
    }
  }

  private void use(Server running) {
    server = running;
    Connection open = connection;
    if (open == null)
      connection = Connection.to(List.of(URI.create("http://127.0.0.1:" + running.port())), null);
    else
      open.move(running.port());
    trouble = "";
    starts++;
    LOG.info("Elasticsearch runs at http://127.0.0.1:{}, process {}", running.port(), running.server().pid());
  }

  /** Looks after the engine until {@link #close} interrupts. */
  private void watch(Launch launch, Ownership owner, Folder folder) {
    try {
      for (long pause = 1;; pause = Math.min(60, pause * 2)) {
        if (stand(owner) > CALM.toNanos())
          pause = 1;
        report(folder);
        Thread.sleep(Duration.ofSeconds(pause));
        again(launch, owner, folder);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when the engine has ended, with the nanoseconds that it stood. */
  private long stand(Ownership owner) throws InterruptedException {
    long since = System.nanoTime();
    for (Server known = server; known != null && known.isAlive(); known = server) {
      Thread.sleep(LOOK);
      // Ours from now on, where the process that owned it is gone.
      owner.take();
    }
    return System.nanoTime() - since;
  }

  private void report(Folder folder) {
    if (!trouble.isEmpty())
      return;
    trouble = "it ended unasked and is being restarted";
    LOG.warn("Elasticsearch ended unasked and is restarted. Its last words, more in {}:\n{}", folder.logs(),
        Server.lastWords(folder));
  }

  private void again(Launch launch, Ownership owner, Folder folder) throws InterruptedException {
    try {
      begin(launch, owner, folder);
    } catch (RuntimeException e) {
      trouble = "it cannot be restarted: " + e.getMessage();
      LOG.error("Elasticsearch cannot be restarted; trying again", e);
    }
  }

  @Override
  public ElasticsearchClient client() {
    Connection open = connection;
    if (open == null)
      throw new IllegalStateException("Elasticsearch was not started yet");
    return open.client();
  }

  @Override
  public URI address() {
    Server known = server;
    if (known == null)
      throw new IllegalStateException("Elasticsearch was not started yet");
    return URI.create("http://127.0.0.1:" + known.port());
  }

  @Override
  public String describe() {
    Server known = server;
    Distribution found = distribution;
    String version = found == null ? "" : " " + found.version();
    String place = known == null
        ? ", not started"
        : " at http://127.0.0.1:" + known.port() + ", process " + known.server().pid();
    String state = trouble.isEmpty() ? "" : "; " + trouble;
    return "Elasticsearch" + version + ", embedded" + place + ", data in " + settings.data() + state;
  }

  @Override
  public boolean up() {
    Connection open = connection;
    return open != null && trouble.isEmpty() && open.healthy();
  }

  @Override
  public int starts() {
    return starts;
  }

  @Override
  public void close() {
    Thread starter = starting;
    if (starter != null)
      starter.interrupt();
    end();
  }

  private synchronized void end() {
    endWatch();
    Connection open = connection;
    connection = null;
    if (open != null)
      open.close();
    Server known = server;
    server = null;
    Ownership owner = ownership;
    if (owner == null)
      return;
    if (known != null && owner.isOurs())
      known.stop();
    owner.close();
  }

  private void endWatch() {
    Thread thread = watch;
    watch = null;
    if (thread == null)
      return;
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(60));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
