package io.fengsui.crawler.store;

import io.fengsui.crawler.notice.Notice;

/**
 * A notice as it was seen in a captured response.
 *
 * @param capture id of the capture
 */
public record Sighting(Notice notice, long capture) {}
