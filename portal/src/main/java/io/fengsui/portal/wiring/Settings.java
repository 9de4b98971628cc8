package io.fengsui.portal.wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything under {@code fengsui.} in {@code config/application.yaml}, which says what each key is for. Relative folders
 * are relative to the home folder.
 */
record Settings(@DefaultValue("data") Path data, @DefaultValue("config") Path config,
    @DefaultValue("crawl,index,serve") Set<Role> roles,
    @DefaultValue Fetch fetch, @DefaultValue Crawl crawl, @DefaultValue Capture capture,
    @DefaultValue Elasticsearch elasticsearch, @DefaultValue Postgres postgres, @DefaultValue Operator operator) {
  /** What a portal does; several portals may share the work. */
  public enum Role {
    CRAWL, INDEX, SERVE
  }

  /** How publishers are asked. */
  public record Fetch(@Nullable Path replay, @DefaultValue("") String contact, @DefaultValue("PT1S") Duration delay,
      @DefaultValue("1") int connectionsPerHost, @DefaultValue List<String> allow) {}

  /** How many sources are crawled at once. */
  public record Crawl(@DefaultValue("4") int workers) {}

  /** How long evidence is kept; of kinds by their code. Empty: for ever. */
  public record Capture(@DefaultValue("") String retention, @DefaultValue Map<String, String> retentionByKind,
      @DefaultValue("false") boolean evenLatest) {}

  /** Which Elasticsearch. */
  public record Elasticsearch(@DefaultValue List<String> uris, @Nullable String apiKey, @Nullable Path home,
      @DefaultValue("0") int port, @DefaultValue("512m") String heap, @DefaultValue("false") boolean frugal) {}

  /** The embedded PostgreSQL; an own one is {@code spring.datasource.url}. */
  public record Postgres(@DefaultValue("0") int port, @DefaultValue("12") int connections) {}

  /** Who may change sources; without a password, whoever sits at the machine. */
  public record Operator(@DefaultValue("") String password) {}
}
