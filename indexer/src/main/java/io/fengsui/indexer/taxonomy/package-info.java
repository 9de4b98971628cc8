/** What words mean: partners, product concepts, hazards and kinds, with their names in many languages. */
@NullMarked
package io.fengsui.indexer.taxonomy;

import org.jspecify.annotations.NullMarked;
