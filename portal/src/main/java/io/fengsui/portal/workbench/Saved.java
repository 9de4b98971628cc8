package io.fengsui.portal.workbench;

/** What became of saving a source. */
sealed interface Saved {
  /** It is in the folder, and its last version beside it. */
  record Done() implements Saved {}

  /** Somebody else saved it since it was opened, or it came into being or went away. */
  record Changed(SourceText now) implements Saved {}

  /** The folder or the file cannot be written. */
  record Unwritable(String message) implements Saved {}
}
