package io.fengsui.indexer.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds a way to run a program without root's rights, because Elasticsearch refuses them. */
final class Unprivileged {
  private static final int NOBODY = 65534;
  private static final int ROOT = 0;
  /** In a user namespace of its own the program is nobody of importance inside and owns our files outside. */
  private static final List<List<String>> NAMESPACES = List
      .of(List.of("unshare", "--user", "--map-user=1000", "--map-group=1000"), List.of("unshare", "-U"));
  private static final List<List<String>> OTHER_USERS = List.of(
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
      List.of("runuser", "-u", "nobody", "--"));

  private Unprivileged() {}

  /**
   * What to put before a command, empty where we are no root. Gives the folder to the user that it will run as.
   *
   * @param needed programs that the user must be able to run
   */
  static List<String> prefix(Path folder, List<Path> needed) {
    List<String> prefix = new ArrayList<>();
    // In a session of its own, Ctrl-C reaches the portal alone, which then ends the engine in order.
    if (works(List.of("setsid", "true")))
      prefix.add("setsid");
    if (isRoot())
      prefix.addAll(wrapper(folder, needed));
    return prefix;
  }

  private static List<String> wrapper(Path folder, List<Path> needed) {
    for (List<String> candidate : NAMESPACES)
      if (usable(candidate, folder, ROOT, needed))
        return candidate;
    for (List<String> candidate : OTHER_USERS)
      if (usable(candidate, folder, NOBODY, needed))
        return candidate;
    throw new EngineFailure("Elasticsearch refuses to run as root, and on this machine neither unshare nor setpriv nor "
        + "runuser lets it run as another user that can reach " + folder + " and " + needed
        + ". Run the portal as a normal user, or set fengsui.elasticsearch.uris to a cluster of your own");
  }

  private static boolean usable(List<String> wrapper, Path folder, int user, List<Path> needed) {
    if (!works(with(wrapper, "true")))
      return false;
    give(folder, user);
    List<String> test = with(wrapper, "sh", "-c", "test -w \"$0\" && for p; do test -x \"$p\" || exit 1; done",
        folder.toString());
    needed.forEach(path -> test.add(path.toString()));
    return works(test);
  }

  private static List<String> with(List<String> wrapper, String... command) {
    List<String> all = new ArrayList<>(wrapper);
    all.addAll(List.of(command));
    return all;
  }

  private static boolean works(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      if (process.waitFor(10, TimeUnit.SECONDS))
        return process.exitValue() == 0;
      process.destroyForcibly();
      return false;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(ROOT);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  private static void give(Path folder, int user) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator)
        if (!Files.getAttribute(file, "unix:uid", java.nio.file.LinkOption.NOFOLLOW_LINKS).equals(user)) {
          Files.setAttribute(file, "unix:uid", user, java.nio.file.LinkOption.NOFOLLOW_LINKS);
          Files.setAttribute(file, "unix:gid", user, java.nio.file.LinkOption.NOFOLLOW_LINKS);
        }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot give " + folder + " to user " + user, e);
    }
  }
}
