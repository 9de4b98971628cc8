package io.fengsui.indexer.engine;

import org.jspecify.annotations.Nullable;

/** Elasticsearch cannot be used; the message is for the operator and says what to change. */
public final class EngineFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  EngineFailure(String message) {
    this(message, null);
  }

  EngineFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
