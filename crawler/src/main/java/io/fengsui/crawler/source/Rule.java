package io.fengsui.crawler.source;

import java.util.List;

/** How the values of a field come about. */
public sealed interface Rule {
  /** The values at a path; a leading {@code ^} starts at the document's root instead of the record. */
  record At(String path, Transform transform) implements Rule {}

  /** The same text for every record. */
  record Constant(String text, Transform transform) implements Rule {}

  /** The values of all rules, in order. */
  record All(List<Rule> rules, Transform transform) implements Rule {
    public All {
      rules = List.copyOf(rules);
    }
  }

  /** The values of the first rule that yields any. */
  record First(List<Rule> rules) implements Rule {
    public First {
      rules = List.copyOf(rules);
    }
  }
}
