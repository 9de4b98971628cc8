package io.fengsui.crawler.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Names of files with {@code {name}} for what the address takes and {@code *} for what it does not; never across folders. */
final class FilePattern {
  private static final Pattern PART = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_-]*)}|\\*");
  private static final int DEPTH = 12;

  private final String text;
  private final List<String> names = new ArrayList<>();
  private final Pattern pattern;

  FilePattern(String text) {
    this.text = text;
    var regex = new StringBuilder();
    int from = 0;
    for (var part = PART.matcher(text); part.find(); from = part.end()) {
      regex.append(Pattern.quote(text.substring(from, part.start())))
          .append(part.group(1) == null ? "[^/]*" : "([^/]+)");
      if (part.group(1) != null)
        names.add(part.group(1));
    }
    pattern = Pattern.compile(regex.append(Pattern.quote(text.substring(from))).toString());
  }

  /**
   * A file, by its path from the root, with what stands for the names.
   *
   * @param path with slashes
   */
  record Match(Path file, String path, Map<String, String> values) {}

  /** The files below the root, in natural order of their paths. */
  List<Match> find(Path root) throws IOException {
    int wild = Math.max(0, text.lastIndexOf('/', firstPart()));
    var start = root.resolve(text.substring(0, wild)).normalize();
    if (!start.startsWith(root.normalize()) || !Files.isDirectory(start))
      return List.of();
    try (var files = Files.walk(start, DEPTH)) {
      return files.filter(Files::isRegularFile).flatMap(file -> match(root, file).stream())
          .sorted(Comparator.comparing(Match::path, NaturalOrder.INSTANCE)).toList();
    }
  }

  List<String> names() {
    return names;
  }

  private int firstPart() {
    var part = PART.matcher(text);
    return part.find() ? part.start() : text.length();
  }

  private List<Match> match(Path root, Path file) {
    var path = root.normalize().relativize(file).toString().replace('\\', '/');
    var matcher = pattern.matcher(path);
    if (!matcher.matches())
      return List.of();
    var values = new HashMap<String, String>();
    for (int i = 0; i < names.size(); i++)
      values.put(names.get(i), matcher.group(i + 1));
    return List.of(new Match(file, path, Map.copyOf(values)));
  }

  @Override
  public String toString() {
    return text;
  }
}
