package io.fengsui.crawler.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be used, and why: a message for the operator. */
public final class DatabaseException extends RuntimeException {
  DatabaseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
