/** The search page: how the query was understood, facets, results, paging. */
@NullMarked
package io.fengsui.portal.search;

import org.jspecify.annotations.NullMarked;
