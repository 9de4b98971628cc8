/** What robots.txt says (RFC 9309). */
@NullMarked
package io.fengsui.crawler.robots;

import org.jspecify.annotations.NullMarked;
