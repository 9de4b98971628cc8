package io.fengsui.portal.command;

import io.fengsui.portal.wiring.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class ProductVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[]{"fengsui " + Version.current()};
  }
}
