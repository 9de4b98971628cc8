package io.fengsui.portal.workbench;

/** The beginning of a description in each format: what is not known stands there as a word to be replaced. */
enum DraftText {
  FEED("opinion", """
      read:
        format: feed
        fields:
          reference: [guid, link]
          title: title
          text: {paths: [["content:encoded", description]], html: true}
          categories: category
          dates:
            published: {path: pubDate, date: [rfc822, iso]}
          links:
            - {rel: notice, path: link}
      """), JSON_FEED("opinion", """
      read:
        format: json
        items: $.items[*]
        fields:
          reference: [id, url]
          title: [title, summary, {path: content_text, match: {regex: '^.{1,80}'}}]
          text: {paths: [[content_html, content_text, summary]], html: true}
          categories: "tags[*]"
          dates:
            published: {path: date_published, date: iso}
          links:
            - {rel: notice, path: url}
      """), JSON("warning", """
      read:
        format: json
        # The path of the records, and of each field from the record.
        items: $.results[*]
        fields:
          reference: id
          title: title
          text: {path: description, html: true}
          dates:
            published: {path: date, date: iso}
          links:
            - {rel: notice, path: url}
      """), XML("warning", """
      read:
        format: xml
        # The path of the records, and of each field from the record.
        items: //item
        fields:
          reference: id
          title: title
          text: description
          dates:
            published: {path: date, date: iso}
      """), CSV("warning", """
      read:
        format: csv
        # Paths are the names of columns.
        fields:
          reference: ID
          title: NAME
          dates:
            published: {path: DATE, date: yyyy-MM-dd}
      """), HTML("warning", """
      read:
        format: html
        # Selectors of the records, and of each field from the record.
        items: "table tbody tr:has(a)"
        fields:
          reference: a@href
          title: a
          dates:
            published: {path: "td:nth-child(1)", date: yyyy-MM-dd}
          links:
            - {rel: notice, path: a@href}
      """);

  private final String kind;
  private final String read;

  DraftText(String kind, String read) {
    this.kind = kind;
    this.read = read;
  }

  String yaml(String id, String name, String address, String language) {
    String quoted = quoted(name);
    String site = address.replaceFirst("^(https?://[^/?#]+).*$", "$1/");
    return """
        # Drafted from an address. Write here the publisher's rhythm and its traps, then mend what follows.
        id: %s
        names: {zh: %s, en: %s}
        authority: {zh: %s, en: %s}
        homepage: %s
        # The publisher's terms of use.
        licence: unknown
        verified: unverified
        kind: %s
        # The country or body that notifies, such as [DE]; empty where nobody does, or each notice says.
        notifying: []
        language: %s
        # How often to ask, and the longest silence that is still normal.
        rhythm: {every: PT1H, expected: P7D}
        fetch:
          url: %s
        """.formatted(id, quoted, quoted, quoted, quoted, quoted(site), kind, language, quoted(braced(address)))
        + read;
  }

  /** Braces are for what varies; in an address they mean themselves. */
  private static String braced(String address) {
    return address.replace("{", "%7B").replace("}", "%7D");
  }

  /** YAML's double quotes, which are JSON's. */
  private static String quoted(String text) {
    return '"' + text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]+", " ").replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
