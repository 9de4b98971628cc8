/** The Elasticsearch in use: ours, embedded, or the operator's. */
@NullMarked
package io.fengsui.indexer.engine;

import org.jspecify.annotations.NullMarked;
