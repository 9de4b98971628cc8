package io.fengsui.crawler.article;

import org.jspecify.annotations.Nullable;

/** A block of a page, or a run of text in one. */
sealed abstract class Part permits Box, Run {
  final @Nullable Box parent;
  /** What it adds to the text around it: positive for prose, negative for menus. */
  double value;

  Part(@Nullable Box parent) {
    this.parent = parent;
  }
}
