package io.fengsui.portal.source;

/** A crawl in a source's history, ready to be shown; texts are empty where there is nothing to say. */
record CrawlView(String ended, String took, String outcome, String outcomeWord, String cause, String message,
    String read, String added, String revised, String rejected, String example, String nowhere) {}
