package io.fengsui.crawler.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.feed.FeedLinks.FeedLink;
import java.net.URI;
import org.junit.jupiter.api.Test;

class FeedLinksTest {
  private static final URI PAGE = URI.create("https://office.example/news/index.html");

  @Test
  void declared_feeds_are_found_with_their_titles_and_types() {
    assertThat(FeedLinks.of("""
        <link rel="alternate" type="application/rss+xml" title="Recalls" href="/recalls.rss">
        <link rel="ALTERNATE" type="application/atom+xml; charset=utf-8" href="atom">
        <link rel="alternate" type="application/feed+json" title=J href="https://cdn.example/f.json">
        <link rel="alternate" hreflang="de" href="/de/"><link rel=stylesheet href="feed.rss">
        <a href="/feed">not looked at</a>""", PAGE)).containsExactly(
        new FeedLink("https://office.example/recalls.rss", "Recalls", "rss"),
        new FeedLink("https://office.example/news/atom", "", "atom"),
        new FeedLink("https://cdn.example/f.json", "J", "json"));
  }

  @Test
  void the_pages_own_base_wins_and_an_address_counts_once() {
    assertThat(FeedLinks.of("""
        <base href="/en/"><link rel="alternate" type="application/rss+xml" href="rss.xml">
        <link rel="alternate feed" type="text/xml" href="https://office.example/en/rss.xml">""", PAGE))
        .containsExactly(new FeedLink("https://office.example/en/rss.xml", "", "rss"));
  }

  @Test
  void plain_links_are_the_last_resort() {
    assertThat(FeedLinks.of(
        """
            <a href="/rss/">RSS</a> <a href="list.xml">XML</a> <a href="sitemap.xml">Map</a> <a href="?feed=atom">A</a>
            <a href="feed:https://other.example/all.rss">All</a> <a href="javascript:feed()">x</a> <a href="/feedback">Say</a>""",
        PAGE)).extracting(FeedLink::address).containsExactly("https://office.example/rss/",
            "https://office.example/news/list.xml", "https://office.example/news/index.html?feed=atom",
            "https://other.example/all.rss");
  }

  @Test
  void json_and_alternates_that_are_no_feeds_are_left_out() {
    assertThat(FeedLinks.of(
        """
            <link rel="alternate" type="application/json" href="/wp-json/posts/1"><link rel="alternate" type="text/html" href="/m">
            <link rel="alternate" type="application/json" href="/feed.json">""",
        PAGE))
        .containsExactly(new FeedLink("https://office.example/feed.json", "", "json"));
  }

  @Test
  void nothing_in_nothing() {
    assertThat(FeedLinks.of("", PAGE)).isEmpty();
    assertThat(FeedLinks.of("<link rel=alternate type=application/rss+xml href='javascript:x'>", PAGE)).isEmpty();
  }
}
