/** When a source is crawled: Quartz on the JDBC store, one crawl of a source at a time over all nodes. */
@NullMarked
package io.fengsui.crawler.schedule;

import org.jspecify.annotations.NullMarked;
