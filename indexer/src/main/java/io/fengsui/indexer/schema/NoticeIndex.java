package io.fengsui.indexer.schema;

import io.fengsui.indexer.rest.Rest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The indices of notices: {@code notices-000001} and its successors, one of them behind the alias that searches use.
 * Nothing is cached. Safe for several threads and several processes.
 */
public final class NoticeIndex {
  /** What searches name. */
  public static final String ALIAS = "notices";
  /** Of the mapping in {@code notices.json}, where it stands too: an index of an older one is built anew. */
  public static final int SCHEMA = 2;
  private static final String PATTERN = ALIAS + "-*";
  private static final String FILTER = "?filter_path=*.settings.index.uuid,*.mappings._meta,*.aliases&ignore_unavailable=true";
  private final Rest rest;

  public NoticeIndex(Rest rest) {
    this.rest = rest;
  }

  /**
   * An index that exists.
   *
   * @param uuid   given by the engine at its making: an index that was deleted and made again has another
   * @param schema of the mapping it was made with
   * @param serving whether the alias leads to it
   */
  public record Version(String name, String uuid, int schema, boolean serving) {
    /** The name under which the change feed knows it: an index made again is another view, and starts from nothing. */
    public String view() {
      return name + "@" + uuid;
    }

    int number() {
      return Integer.parseInt(name.substring(ALIAS.length() + 1));
    }
  }

  /** All indices of notices, oldest first. */
  public List<Version> versions() {
    List<Version> versions = new ArrayList<>();
    for (Map.Entry<String, JsonNode> index : rest.must("GET", "/" + PATTERN + FILTER, null).properties())
      if (index.getKey().matches(ALIAS + "-\\d{6,9}"))
        versions.add(version(index.getKey(), index.getValue()));
    versions.sort(Comparator.comparingInt(Version::number));
    return versions;
  }

  /** The index behind the alias; empty where there is none. */
  public Optional<Version> serving() {
    return newestServing(versions());
  }

  private static Optional<Version> newestServing(List<Version> versions) {
    return versions.stream().filter(Version::serving).reduce((older, newer) -> newer);
  }

  /** The index behind the alias; made now where there is none. */
  public Version servingOrMade() {
    List<Version> seen = versions();
    Optional<Version> serving = newestServing(seen);
    if (serving.isPresent())
      return serving.get();
    make(seen, "{\"aliases\":{\"" + ALIAS + "\":{}}}");
    return serving().orElseThrow(() -> new UncheckedIOException(
        new IOException(
            "the alias " + ALIAS + " leads nowhere: another process is just making or deleting its index")));
  }

  /** The successor of an index that is being built: the one that a killed process left half done, else a new one. */
  public Version successor(Version serving) {
    List<Version> seen = versions();
    Optional<Version> begun = begun(seen, serving);
    if (begun.isPresent())
      return begun.get();
    make(seen, "{}");
    return begun(versions(), serving).orElseThrow(
        () -> new UncheckedIOException(new IOException("the index being built was deleted by another process")));
  }

  /** Leads the alias from one index to another in one step, if it still leads to the first; then deletes all older ones. */
  public void swap(Version from, Version to) {
    String actions = """
        {"actions": [
          {"remove": {"index": "%s", "alias": "%s", "must_exist": true}},
          {"add": {"index": "%s", "alias": "%s"}}]}""".formatted(from.name(), ALIAS, to.name(), ALIAS);
    Rest.Answer answer = rest.send("POST", "/_aliases", actions.getBytes(StandardCharsets.UTF_8));
    boolean done = serving().filter(now -> now.view().equals(to.view())).isPresent();
    if (!done)
      throw new UncheckedIOException(
          new IOException("the alias could not be led to " + to.name() + ": " + answer.reason()));
    versions().stream().filter(one -> !one.serving() && one.number() < to.number()).forEach(this::delete);
  }

  /** Deletes an index; does nothing where it is gone. */
  public void delete(Version version) {
    rest.send("DELETE", "/" + version.name() + "?ignore_unavailable=true");
  }

  /** Whether a view of the change feed is one of these indices. */
  public static boolean owns(String view) {
    return view.startsWith(ALIAS + "-");
  }

  /** Waits until an index that another process has just made can be searched; ten seconds at most. */
  public void await(Version version) {
    // Not the status: an index that is just being made is yellow before its first shard can be searched.
    rest.must("GET", "/_cluster/health/" + version.name()
        + "?wait_for_active_shards=1&wait_for_no_initializing_shards=true&timeout=10s", null);
  }

  /** Makes everything written so far visible to searches. */
  public void refresh(Version version) {
    rest.must("POST", "/" + version.name() + "/_refresh", null);
  }

  /** How many documents searches see in an index, and how many of them stand for a notice that the engine refused. */
  public Counts counts(Version version) {
    JsonNode found = rest.must("POST", "/" + version.name() + "/_search", """
        {"size": 0, "track_total_hits": true, "aggs": {"refused": {"filter": {"exists": {"field": "refused"}}}}}"""
        .getBytes(StandardCharsets.UTF_8));
    return new Counts(found.path("hits").path("total").path("value").asLong(),
        found.path("aggregations").path("refused").path("doc_count").asLong());
  }

  /** Documents in an index. */
  public record Counts(long documents, long refused) {}

  private static Optional<Version> begun(List<Version> versions, Version serving) {
    return versions.stream()
        .filter(one -> !one.serving() && one.number() > serving.number() && one.schema() == SCHEMA).findFirst();
  }

  /**
   * Makes the index with the number after those seen; that another process was faster is as good. Counting again here would
   * give each of two processes an index of its own.
   */
  private void make(List<Version> seen, String body) {
    rest.must("PUT", "/_index_template/" + ALIAS, template());
    int next = seen.stream().mapToInt(Version::number).max().orElse(0) + 1;
    String name = "%s-%06d".formatted(ALIAS, next);
    Rest.Answer answer = rest.send("PUT", "/" + name, body.getBytes(StandardCharsets.UTF_8));
    if (!answer.ok() && !answer.error().equals("resource_already_exists_exception"))
      throw new UncheckedIOException(new IOException("the index " + name + " could not be made: " + answer.reason()));
  }

  private static Version version(String name, JsonNode index) {
    return new Version(name, index.path("settings").path("index").path("uuid").asString(),
        index.path("mappings").path("_meta").path("schema").asInt(0), index.path("aliases").has(ALIAS));
  }

  private static byte[] template() {
    try (InputStream json = NoticeIndex.class.getResourceAsStream("notices.json")) {
      if (json == null)
        throw new IllegalStateException("notices.json is not in the jar");
      return json.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
