/** The index: its mapping, its versions behind one alias. */
@NullMarked
package io.fengsui.indexer.schema;

import org.jspecify.annotations.NullMarked;
