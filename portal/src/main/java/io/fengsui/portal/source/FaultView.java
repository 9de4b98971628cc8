package io.fengsui.portal.source;

import io.fengsui.crawler.source.Fault;

/**
 * A mistake in a description, ready to be shown.
 *
 * @param place file and line
 * @param edit  where it is mended
 */
record FaultView(String place, String edit, String message) {
  static FaultView of(Fault fault) {
    String name = String.valueOf(fault.file().getFileName()).replaceFirst("\\.yaml$", "");
    return new FaultView(fault.file() + ":" + fault.line(), "/sources/" + name + "/edit", fault.message());
  }
}
