/** Turns a response into notices: one reader per format, one mapping from fields to a notice. */
@NullMarked
package io.fengsui.crawler.read;

import org.jspecify.annotations.NullMarked;
