package io.fengsui.portal.command;

/** Failures as one line for a person. */
final class Failures {
  private Failures() {}

  /** The message of the failure with those of its causes, each once. */
  static String inWords(Throwable failure) {
    StringBuilder words = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
      if (words.indexOf(message) < 0)
        words.append(words.isEmpty() ? "" : ": ").append(message);
    }
    return words.toString();
  }
}
