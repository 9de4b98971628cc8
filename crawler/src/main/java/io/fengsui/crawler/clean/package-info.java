/** Makes outside text safe and plain: charset, HTML to text, dates, links. */
@NullMarked
package io.fengsui.crawler.clean;

import org.jspecify.annotations.NullMarked;
