package io.fengsui.crawler;

import io.fengsui.crawler.store.CrawlRecord;

/**
 * What a crawl did.
 *
 * @param more true where the next crawl may bring more at once: recordings left to play, or documents of an index left
 *             to read
 */
public record CrawlReport(CrawlRecord record, boolean more) {}
