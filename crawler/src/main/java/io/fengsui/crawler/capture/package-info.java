/** Keeps responses as they were received, in WARC (ISO 28500), and plays them back. */
@NullMarked
package io.fengsui.crawler.capture;

import org.jspecify.annotations.NullMarked;
