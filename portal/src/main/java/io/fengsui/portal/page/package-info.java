/** What all pages share: the visitor's language and zone, layout, addresses, names, safe markup, response headers. */
@NullMarked
package io.fengsui.portal.page;

import org.jspecify.annotations.NullMarked;
