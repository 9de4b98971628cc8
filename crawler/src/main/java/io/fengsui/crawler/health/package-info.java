/** How a source is doing, computed from what its crawls left behind: pure functions, without a database. */
@NullMarked
package io.fengsui.crawler.health;

import org.jspecify.annotations.NullMarked;
