/** What an article page says: main text, title, author, publication date and language, without what surrounds them. */
@NullMarked
package io.fengsui.crawler.article;

import org.jspecify.annotations.NullMarked;
