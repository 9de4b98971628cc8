/** Brings responses from publishers, politely, safely and within limits; or from recordings. */
@NullMarked
package io.fengsui.crawler.fetch;

import org.jspecify.annotations.NullMarked;
