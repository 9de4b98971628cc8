/** Gives notices meaning and makes them findable: {@link io.fengsui.indexer.Indexer} is the way in. */
@NullMarked
package io.fengsui.indexer;

import org.jspecify.annotations.NullMarked;
