package io.fengsui.portal;

import io.fengsui.portal.command.Fengsui;
import io.fengsui.portal.wiring.Serving;
import java.util.Map;

/** Serves the portal, or does the one job that a sub-command names. */
public final class PortalApplication {
  private PortalApplication() {}

  /** Without arguments, or with {@code --key=value} settings, serves; else runs the sub-command and exits with its code. */
  public static void main(String[] args) {
    if (Fengsui.isMeant(args))
      System.exit(Fengsui.run(args));
    Serving.start(args, Map.of());
  }
}
