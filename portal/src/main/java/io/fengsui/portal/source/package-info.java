/** The sources page: how each publisher's list is doing, and its crawl history. */
@NullMarked
package io.fengsui.portal.source;

import org.jspecify.annotations.NullMarked;
