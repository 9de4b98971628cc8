/** Sources as data: reads config/sources/*.yaml and reports every fault with file and line. */
@NullMarked
package io.fengsui.crawler.source;

import org.jspecify.annotations.NullMarked;
