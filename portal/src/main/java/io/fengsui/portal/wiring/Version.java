package io.fengsui.portal.wiring;

/** The product's version, from the jar. */
public final class Version {
  private Version() {}

  /** Such as {@code 0.1.0}; {@code in development} where the portal does not run from its jar. */
  public static String current() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "in development" : version;
  }
}
