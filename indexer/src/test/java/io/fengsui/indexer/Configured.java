package io.fengsui.indexer;

import io.fengsui.indexer.taxonomy.Concepts;
import io.fengsui.indexer.taxonomy.PartnerNames;
import java.nio.file.Files;
import java.nio.file.Path;

/** The taxonomy that ships with the project, read once for all tests. */
public final class Configured {
  public static final Path FOLDER = folder();
  public static final Concepts CONCEPTS = Concepts.load(FOLDER);
  public static final PartnerNames PARTNERS = PartnerNames.load(FOLDER);

  private Configured() {}

  private static Path folder() {
    Path above = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(above.resolve("config/taxonomy")))
      above = above.getParent();
    return above.resolve("config/taxonomy");
  }
}
