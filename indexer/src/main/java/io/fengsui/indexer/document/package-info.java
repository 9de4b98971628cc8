/** What a notice looks like in the index. */
@NullMarked
package io.fengsui.indexer.document;

import org.jspecify.annotations.NullMarked;
