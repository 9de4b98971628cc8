package io.fengsui.portal.launch;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CompletableFuture;

/**
 * Starts the portal. On a Java that is too old it finds a newer one on the machine and runs the jar on that, so that
 * {@code java -jar fengsui.jar} works where an older Java is the default.
 */
public final class Launcher {
  static final int NEEDED = 25;
  /** Set for the second process: its parent is a launcher and nothing else. */
  private static final String LAUNCHED = "FENGSUI_LAUNCHED";

  private Launcher() {
  }

  /** Runs the portal with these arguments, here or on a newer Java. */
  public static void main(String[] args) throws Exception {
    if (Runtime.version().feature() < NEEDED) {
      System.exit(new NewerJava().run(args, LAUNCHED));
      return;
    }
    if (System.getenv(LAUNCHED) != null)
      endWithParent();
    run(args);
  }

  private static void run(String[] args) throws Exception {
    try {
      Class.forName("io.fengsui.portal.PortalApplication").getMethod("main", String[].class)
        .invoke(null, (Object) args);
    } catch (InvocationTargetException failed) {
      if (failed.getCause() instanceof Exception)
        throw (Exception) failed.getCause();
      throw failed;
    }
  }

  /** Whoever kills the process that was started by hand means this one: it must not live on behind their back. */
  private static void endWithParent() {
    ProcessHandle.current().parent().map(ProcessHandle::onExit).orElseGet(CompletableFuture::new)
      .thenRun(() -> Runtime.getRuntime().halt(137));
  }
}
