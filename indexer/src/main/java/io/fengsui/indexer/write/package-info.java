/** Brings the index up to date with the archive: catch-up, bulk, rebuild. */
@NullMarked
package io.fengsui.indexer.write;

import org.jspecify.annotations.NullMarked;
