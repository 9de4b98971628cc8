package io.fengsui.portal.bench;

import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.source.SourceReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sources for the local site, as an operator would write them. */
final class SiteSource {
  private final Path folder;

  SiteSource(Path folder) {
    this.folder = folder;
  }

  /** Lists, and a page for each notice. */
  Source pages(String id, String site, int lists) throws IOException {
    return read(id, """
        fetch:
          url: %s/list{page}.html
          paging: {first: 0, step: 1, most: %d}
        read:
          format: html
          items: "main li:has(a)"
          fields:
            reference: {path: a@href, match: {regex: '/n/(\\d+)', group: 1}}
            title: a
            links:
              - {rel: notice, path: a@href}
          detail:
            address: a@href
            fields:
              title: h1
              text: div.body
              origin: span.country
              dates:
                published: {path: time@datetime, date: iso}
        """.formatted(site, lists));
  }

  Source feed(String id, String site, int number) throws IOException {
    return read(id, """
        fetch:
          url: %s/feed%d.xml
        read:
          format: feed
          fields:
            reference: guid
            title: title
            text: {path: description, html: true}
            dates:
              published: pubDate
            links:
              - {rel: notice, path: link}
        """.formatted(site, number));
  }

  private Source read(String id, String rest) throws IOException {
    Path file = Files.createDirectories(folder).resolve(id + ".yaml");
    Files.writeString(file, """
        id: %s
        names: {zh: 本机网站, en: Local site}
        authority: {zh: 本机, en: This machine}
        homepage: https://site.example/
        licence: none
        verified: documented
        kind: recall
        notifying: [PL]
        language: en
        rhythm: {every: PT6H, expected: P8D}
        """.formatted(id) + rest);
    return switch (SourceCatalog.read(file)) {
      case SourceReading.Good(Source source) -> source;
      case SourceReading.Faulty(var faults) -> throw new IllegalStateException(faults.toString());
    };
  }
}
