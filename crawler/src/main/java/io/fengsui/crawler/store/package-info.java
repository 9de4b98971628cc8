/** The archive of notices in PostgreSQL: revisions, captures, source state, the change feed. */
@NullMarked
package io.fengsui.crawler.store;

import org.jspecify.annotations.NullMarked;
