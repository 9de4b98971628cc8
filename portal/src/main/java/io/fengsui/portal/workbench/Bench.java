package io.fengsui.portal.workbench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The workbench with a description on it, ready to be shown.
 *
 * @param id      of the source, empty for one that is new
 * @param name    of the source, empty for one that is new
 * @param action  where the form goes
 * @param area    the text with a line break before it, which HTML drops at the beginning of a text area
 * @param version that the editor saw; a save over another one is refused
 * @param gutter  the numbers beside the text
 * @param outcome what was done last: opened, clean, faults, report, no-capture, late, saved, changed, unwritable
 * @param message that belongs to the outcome, empty for none
 * @param theirs  the other version where somebody else saved, null where nobody did
 * @param replays whether recordings answer instead of the publisher
 */
record Bench(String id, String name, String action, String file, String area, String version, int rows,
    List<GutterLine> gutter, String outcome, String message, List<FaultLine> faults, @Nullable SourceText theirs,
    @Nullable ReportView report, boolean replays) {
  /** A number, and whether something is wrong in its line. */
  record GutterLine(int number, boolean wrong) {}

  /** A mistake with the line that it is in. */
  record FaultLine(int line, String code, String message) {}
}
