/** One query language: parsed once, compiled to Elasticsearch for search. */
@NullMarked
package io.fengsui.indexer.query;

import org.jspecify.annotations.NullMarked;
