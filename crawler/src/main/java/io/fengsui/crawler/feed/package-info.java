/** Feeds as they really are: RSS 0.9x to 2.0, RSS 1.0, Atom 0.3 and 1.0, CDF, JSON Feed, well formed or not. */
@NullMarked
package io.fengsui.crawler.feed;

import org.jspecify.annotations.NullMarked;
