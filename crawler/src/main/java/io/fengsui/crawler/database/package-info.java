/** The choice between the embedded PostgreSQL and the operator's own, and the schema. */
@NullMarked
package io.fengsui.crawler.database;

import org.jspecify.annotations.NullMarked;
