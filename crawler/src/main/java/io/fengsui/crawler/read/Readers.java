package io.fengsui.crawler.read;

import io.fengsui.crawler.clean.Links;
import io.fengsui.crawler.clean.PlainText;
import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.path.Overrun;
import io.fengsui.crawler.source.FetchPlan;
import io.fengsui.crawler.source.ReadPlan;
import io.fengsui.crawler.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns responses into notices; the table of contents of this package. Stateless, safe for several threads. */
public final class Readers {
  private Readers() {}

  /**
   * Reads the notices of a response one by one, without holding them all.
   *
   * @return how it ended; never throws for what the response contains, but lets through what the sink throws
   */
  public static Reading.End read(Source source, Fetched.Content content, Consumer<Reading> sink) {
    return read(source, content, sink, null);
  }

  /** The same; tells also which paths found something. */
  public static Reading.End read(Source source, Fetched.Content content, Consumer<Reading> sink,
      @Nullable PathTally tally) {
    var notices = new NoticeSink(source, content.address(), sink, tally);
    try {
      return read(source.read(), content, notices);
    } catch (Unreadable e) {
      return new Reading.End.Broken(notices.items(), e.reason(), e.words());
    } catch (Archive.Damaged e) {
      return new Reading.End.Broken(notices.items(), e.reason(), "the archive: " + e.getMessage());
    } catch (Overrun e) {
      return new Reading.End.Broken(notices.items(), Cause.TOO_LARGE, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return new Reading.End.Broken(notices.items(), Cause.INTERNAL, "the response cannot be read: " + e.getMessage());
    }
  }

  private static Reading.End read(ReadPlan plan, Fetched.Content content, NoticeSink notices)
      throws IOException, Unreadable {
    var entry = plan.unzip() == null ? content : Archive.entry(content, plan.unzip());
    var text = ResponseText.of(entry, plan.charset());
    FormatCheck.check(plan.format(), text.head());
    var outline = ItemReaders.of(plan).read(text, notices);
    if (notices.expectation().isOpen())
      notices.expectation().check(outline.root());
    if (outline.missing() != null && !notices.expectation().saysEmpty())
      throw new Unreadable(Cause.CHANGED_FORMAT, outline.missing());
    notices.end();
    return new Reading.End.Complete(notices.items(),
        plan.total() == null ? null : Total.of(outline.root(), plan.total()));
  }

  /** The notice with what its detail page adds; unchanged where the page is no page, or the source has no details. */
  public static Notice detail(Source source, Notice notice, Fetched.Content page) {
    return detail(source, notice, page, null);
  }

  /** The same; tells also which paths found something. */
  public static Notice detail(Source source, Notice notice, Fetched.Content page, @Nullable PathTally tally) {
    ReadPlan.Detail detail = source.read().detail();
    if (detail == null)
      return notice;
    try {
      var text = ResponseText.of(page, null);
      FormatCheck.check(detail.format(), text.head());
      var mapping = new FieldMapping(detail.fields(), source.read().nothing(), page.address());
      var whole = new ArrayList<Notice>(1);
      ItemReaders.of(detail.format()).whole(text,
          item -> whole.add(mapping.draft(tally == null ? item : tally.watch(item)).over(notice)));
      return whole.isEmpty() ? notice : whole.getFirst();
    } catch (Unreadable | IOException | Overrun e) {
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
    } catch (Unreadable | IOException | Overrun e) {
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
        Links.absolute(base, strip == null ? address : stripped(strip, address)).ifPresent(found::add);
      }
    return found;
  }

  private static String stripped(Pattern strip, String address) {
    return BoundedText.guard(strip, address, matcher -> matcher.replaceAll(""), address, () -> {});
  }
}
