/** The published language: a notice, as its publisher gave it. Every other package speaks in these records. */
@NullMarked
package io.fengsui.crawler.notice;

import org.jspecify.annotations.NullMarked;
