package io.fengsui.crawler.source;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/** The text of a source's file, as YAML: small, plain and flat enough for people to read. */
public final class YamlText {
  /** Bytes at most. */
  public static final int LARGEST = 1 << 20;
  private static final int DEEPEST = 30;

  private YamlText() {}

  /** The tree of nodes, null and a fault where there is none. */
  static @Nullable Node parse(byte[] bytes, Faults faults) {
    try {
      if (bytes.length > LARGEST)
        return broken(faults, 1, "the file is larger than 1 MB");
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      Node root = isPlain(text, faults) ? yaml().compose(new StringReader(text)) : null;
      return root == null && faults.isEmpty() ? broken(faults, 1, "the file is empty") : root;
    } catch (CharacterCodingException e) {
      return broken(faults, 1, "the file is not UTF-8");
    } catch (ReaderException e) {
      return broken(faults, line(bytes, e.getPosition()),
          "not YAML: the character U+%04X is not allowed".formatted(e.getCodePoint()));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      return broken(faults, line, "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      return broken(faults, 1, "not YAML: " + e.getMessage());
    }
  }

  /** The lines, counted from 1, where that text stands as a value; empty where it does not, or where the text is no YAML. */
  public static List<Integer> lines(String yaml, String value) {
    var found = new TreeSet<Integer>();
    Node root = parse(yaml.getBytes(StandardCharsets.UTF_8), new Faults(Path.of("")));
    if (root != null)
      find(root, value, found);
    return List.copyOf(found);
  }

  private static void find(Node node, String value, Set<Integer> found) {
    switch (node) {
      case ScalarNode scalar when scalar.getValue().equals(value) -> found.add(scalar.getStartMark().getLine() + 1);
      case SequenceNode sequence -> sequence.getValue().forEach(each -> find(each, value, found));
      case MappingNode mapping -> mapping.getValue().forEach(pair -> find(pair.getValueNode(), value, found));
      default -> {
      }
    }
  }

  private static @Nullable Node broken(Faults faults, int line, String message) {
    faults.add(line, message);
    return null;
  }

  /** Aliases make a small file large, and a file that people read has no need of them. Nor of depth. */
  private static boolean isPlain(String text, Faults faults) {
    int depth = 0;
    for (Event event : events(text)) {
      if (event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor() != null)
        faults.add(event.getStartMark(),
            "anchors (&) and aliases (*) are not allowed; write the value out, or quote it");
      depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      if (depth > DEEPEST) {
        faults.add(event.getStartMark(), "nested deeper than " + DEEPEST + " levels");
        return false;
      }
    }
    return faults.isEmpty();
  }

  private static Iterable<Event> events(String text) {
    return yaml().parse(new StringReader(text));
  }

  private static Yaml yaml() {
    var options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST + 1);
    options.setCodePointLimit(LARGEST);
    return new Yaml(options);
  }

  private static int line(byte[] bytes, int position) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return 1 + (int) text.codePoints().limit(Math.max(0, position)).filter(c -> c == '\n').count();
  }
}
