package io.fengsui.crawler.path;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The path of the records in an XML document, matched against the names of the open elements while the document streams by:
 * {@code /a/b} or {@code //b}, several joined with {@code |}. Immutable.
 */
public final class XmlItems {
  private static final Pattern FORM = Pattern
      .compile("//?(?:\\*|[\\p{L}_][\\p{L}\\p{N}_.:-]*)(?:/(?:\\*|[\\p{L}_][\\p{L}\\p{N}_.:-]*))*");

  private final List<Branch> branches;

  private XmlItems(List<Branch> branches) {
    this.branches = branches;
  }

  private record Branch(boolean anywhere, List<String> names) {}

  /**
   * Compiles a path.
   *
   * @throws IllegalArgumentException with what is wrong, in words for the author of the path
   */
  public static XmlItems of(String path) {
    var branches = new ArrayList<Branch>();
    for (String part : path.split("\\|", -1)) {
      String text = part.strip();
      if (!FORM.matcher(text).matches())
        throw new IllegalArgumentException("records are found while the document streams by, so their path is made of "
            + "names only, as /list/item or //item, several joined with |; not " + (text.isEmpty() ? "empty" : text));
      boolean anywhere = text.startsWith("//");
      branches.add(new Branch(anywhere,
          List.of(text.substring(anywhere ? 2 : 1).split("/")).stream().map(XmlElement::local).toList()));
    }
    return new XmlItems(List.copyOf(branches));
  }

  /** Whether the innermost of the open elements (local names, outermost first) is a record. */
  public boolean matches(List<String> open) {
    for (Branch branch : branches)
      if (open.size() >= branch.names.size() && (branch.anywhere || open.size() == branch.names.size())
          && endsWith(open, branch.names))
        return true;
    return false;
  }

  /** Whether the innermost of the open elements is where records would stand, if there were any. */
  public boolean isParent(List<String> open) {
    for (Branch branch : branches) {
      var parents = branch.names.subList(0, branch.names.size() - 1);
      if (branch.anywhere && parents.isEmpty()
          || !branch.anywhere && open.size() == parents.size() && endsWith(open, parents)
          || branch.anywhere && open.size() >= parents.size() && endsWith(open, parents))
        return true;
    }
    return false;
  }

  private static boolean endsWith(List<String> open, List<String> names) {
    int from = open.size() - names.size();
    for (int i = 0; i < names.size(); i++)
      if (!names.get(i).equals("*") && !names.get(i).equals(open.get(from + i)))
        return false;
    return true;
  }
}
