package io.fengsui.crawler.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PostgreSQL refuses to run as root: there it is run in a user namespace, else as nobody. */
final class Unprivileged {
  /** Tried in this order; the first needs no change of owner and works with any folder. */
  private static final List<List<String>> NAMESPACES = List
      .of(List.of("unshare", "--user", "--map-user=1000", "--map-group=1000"), List.of("unshare", "-U"));

  private static final List<String> NOBODY = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  private Unprivileged() {}

  /** What to put before a command that works in that folder; empty where the user is not root. */
  static List<String> prefix(Path folder) throws IOException {
    if (!root())
      return List.of();
    for (List<String> namespace : NAMESPACES)
      if (works(namespace, "true"))
        return namespace;
    if (works(List.of("chown", "-R", "65534:65534"), folder.toString())
        && works(NOBODY, "test", "-w", folder.toString()))
      return NOBODY;
    throw new DatabaseException(
        "PostgreSQL does not run as root, and neither a user namespace nor another user can be had "
            + "in %s: run as a user, or set spring.datasource.url to your own server".formatted(folder),
        null);
  }

  private static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static boolean works(List<String> wrapper, String... command) {
    List<String> whole = new ArrayList<>(wrapper);
    whole.addAll(List.of(command));
    try {
      Process process = new ProcessBuilder(whole).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
