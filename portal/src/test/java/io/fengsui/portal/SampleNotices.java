package io.fengsui.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import tools.jackson.databind.json.JsonMapper;

/** What the bundled sample holds, by the notices that each of its sources must yield. */
final class SampleNotices {
  private static final Path YIELDS = Path.of("../crawler/src/test/resources/yields");

  private SampleNotices() {}

  /** How many there are, revisions not counted. */
  static int count() {
    var ids = new HashSet<String>();
    try (var files = Files.newDirectoryStream(YIELDS, "*.json")) {
      for (Path file : files)
        JsonMapper.shared().readTree(Files.readString(file)).forEach(notice -> ids.add(notice.path("id").toString()));
    } catch (IOException e) {
      throw new IllegalStateException("the yields of the sample cannot be read", e);
    }
    return ids.size();
  }
}
