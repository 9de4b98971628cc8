package io.fengsui.crawler.source;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the notices of a source are read out of its responses.
 *
 * @param format  of the response
 * @param unzip   the entry that is read where the response is a ZIP archive, null where it is none
 * @param charset wins over what the response declares, null to believe the response
 * @param items   path of the notices in it; empty for formats whose records need none
 * @param only    a record for which this yields nothing is none of ours and is passed over; null to take all
 * @param csv     how delimited text is written; the defaults where the format is another
 * @param expect  where the publisher writes success or failure into the body, null where it does not
 * @param nothing words that stand for "not given", in lower case
 * @param detail  a page with more about each notice, null for none
 * @param fields  where each field of a notice stands
 * @param total   path of the number of notices that the publisher states, null where it does not
 */
public record ReadPlan(Format format, @Nullable Pattern unzip, @Nullable String charset, String items,
    @Nullable Rule only, Csv csv, @Nullable Expect expect, Set<String> nothing, @Nullable Detail detail,
    Fields fields, @Nullable String total) {
  public ReadPlan {
    nothing = Set.copyOf(nothing);
  }

  /**
   * How delimited text is written.
   *
   * @param quote  null where quotes have no meaning
   * @param header names of the columns where the file does not give them; empty where its first row does
   */
  public record Csv(char delimiter, @Nullable Character quote, List<String> header) {
    /** RFC 4180. */
    public static final Csv DEFAULT = new Csv(',', '"', List.of());

    public Csv {
      header = List.copyOf(header);
    }
  }

  /**
   * The publisher's own word for success.
   *
   * @param path      of the word, from the document root
   * @param success   values that mean that notices follow
   * @param empty     values that mean that there are none
   * @param forbidden values that mean that we may not ask
   * @param message   path of the publisher's explanation, null for none
   */
  public record Expect(String path, Set<String> success, Set<String> empty, Set<String> forbidden,
      @Nullable String message) {
    public Expect {
      success = Set.copyOf(success);
      empty = Set.copyOf(empty);
      forbidden = Set.copyOf(forbidden);
    }
  }

  /**
   * A page with more about each notice.
   *
   * @param format  of the page
   * @param address rule for its address in the list's record
   * @param fields  paths in the page; what they yield replaces what the list gave
   */
  public record Detail(Format format, Rule address, Fields fields) {}
}
