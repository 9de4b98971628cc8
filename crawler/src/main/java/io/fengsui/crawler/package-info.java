/** Gathers and keeps notices: {@link io.fengsui.crawler.Crawler} is the way in. */
@NullMarked
package io.fengsui.crawler;

import org.jspecify.annotations.NullMarked;
