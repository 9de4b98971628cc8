package io.fengsui.crawler.store;

import io.fengsui.crawler.notice.Notice;
import java.time.Instant;

/**
 * A notice as the archive holds it.
 *
 * @param id        the archive's number for it, never reused
 * @param revision  counted from 1
 * @param firstSeen when its first revision was captured
 * @param changed   when this revision was captured
 * @param capture   id of the capture that this revision was read from
 */
public record ArchivedNotice(long id, int revision, Notice notice, Instant firstSeen, Instant changed, long capture) {}
