/** The path languages of the formats: what a path is, and what it finds in one record. */
@NullMarked
package io.fengsui.crawler.path;

import org.jspecify.annotations.NullMarked;
