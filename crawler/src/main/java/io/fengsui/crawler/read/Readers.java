package io.fengsui.crawler.read;

import io.fengsui.crawler.clean.Links;
import io.fengsui.crawler.clean.PlainText;
import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.source.FetchPlan;
import io.fengsui.crawler.source.Format;
import io.fengsui.crawler.source.ReadPlan;
import io.fengsui.crawler.source.Source;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Turns responses into notices; the table of contents of this package. Stateless, safe for several threads. */
public final class Readers {
  private Readers() {}

  /**
   * Reads the notices of a response one by one, without holding them all.
   *
   * @return how it ended; never throws for what the response contains, but lets through what the sink throws
   */
  public static Reading.End read(Source source, Fetched.Content content, Consumer<Reading> sink) {
    var notices = new NoticeSink(source, content.address(), sink);
    try {
      return read(source.read(), content, notices);
    } catch (Unreadable e) {
      return new Reading.End.Broken(notices.items(), e.reason(), e.words());
    } catch (IOException e) {
      return new Reading.End.Broken(notices.items(), Cause.INTERNAL, "the response cannot be read: " + e.getMessage());
    }
  }

  private static Reading.End read(ReadPlan plan, Fetched.Content content, NoticeSink notices)
      throws IOException, Unreadable {
    var text = ResponseText.of(content, plan.charset());
    FormatCheck.check(plan.format(), text.head());
    var outline = ItemReaders.of(plan).read(text, notices);
    if (notices.expectation().isOpen())
      notices.expectation().check(outline.root());
    if (outline.missing() != null && !notices.expectation().saysEmpty())
      throw new Unreadable(Cause.CHANGED_FORMAT, outline.missing());
    return new Reading.End.Complete(notices.items());
  }

  /** The notice with what its detail page adds; unchanged where the page is no page, or the source has no details. */
  public static Notice detail(Source source, Notice notice, Fetched.Content page) {
    ReadPlan.Detail detail = source.read().detail();
    if (detail == null)
      return notice;
    try {
      var text = ResponseText.of(page, null);
      FormatCheck.check(Format.HTML, text.head());
      var document = HtmlReader.parse(text);
      var mapping = new FieldMapping(detail.fields(), source.read().nothing(), page.address());
      return mapping.draft(new HtmlItem(document, document, new HashMap<>())).over(notice);
    } catch (Unreadable | IOException e) {
      return notice;
    }
  }

  /**
   * The addresses of the documents that an index lists, in its order, made absolute, each once; empty where it lists none or cannot
   * be read.
   */
  public static List<String> follow(Source source, Fetched.Content index) {
    FetchPlan.Follow follow = source.fetch().follow();
    var addresses = new LinkedHashSet<String>();
    if (follow == null)
      return List.of();
    try {
      var text = ResponseText.of(index, null);
      FormatCheck.check(follow.format(), text.head());
      ItemReaders.of(follow.format()).whole(text, item -> addresses.addAll(addresses(follow, item, index.address())));
    } catch (Unreadable | IOException e) {
      // Those before the break are as good as any; an index without any is the caller's to report.
      return List.copyOf(addresses);
    }
    return List.copyOf(addresses);
  }

  private static Set<String> addresses(FetchPlan.Follow follow, Item item, String base) {
    Pattern strip = follow.strip() == null ? null : Pattern.compile(follow.strip());
    var found = new LinkedHashSet<String>();
    for (String path : follow.paths())
      for (String given : item.texts(path)) {
        String address = PlainText.line(given);
        Links.absolute(base, strip == null ? address : strip.matcher(address).replaceAll("")).ifPresent(found::add);
      }
    return found;
  }
}
