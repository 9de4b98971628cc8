package io.fengsui.crawler.fetch;

import java.util.Locale;

/** Why a crawl did not bring what it should, in the words of the sources page. */
public enum Cause {
  /** The host name has no address. */
  DNS,
  /** No connection. */
  CONNECT,
  /** The certificate or the handshake. */
  TLS,
  /** Too slow, at any stage. */
  TIMEOUT,
  /** A status other than success; the message has it. */
  STATUS,
  /** 401, 403 or a log-in page. */
  FORBIDDEN,
  /** 429 or the publisher's own way of saying it. */
  THROTTLED,
  /** A challenge for browsers instead of content. */
  CHALLENGE,
  /** The publisher says that it is at work on its pages. */
  MAINTENANCE,
  /** A page that says that there is none, sent as if it were one. */
  SOFT_404,
  /** robots.txt forbids it. */
  ROBOTS,
  /** An address that must not be reached from here: private, loopback, link-local. */
  EGRESS,
  /** Redirected too often, or to where it must not go. */
  REDIRECT,
  /** Larger than its limit, also after decompression. */
  TOO_LARGE,
  /** Compressed beyond the allowed ratio. */
  BOMB,
  /** Another format than the source says, such as HTML instead of JSON. */
  WRONG_FORMAT,
  /** Cut off or not well formed. */
  MALFORMED,
  /** Nested deeper than allowed. */
  TOO_DEEP,
  /** The publisher answered success and wrote an error into the body. */
  PUBLISHER_ERROR,
  /** Nothing where the items should be: the format changed. */
  CHANGED_FORMAT,
  /** A secret that the source needs is not set. */
  NO_SECRET,
  /** Our own fault; the log has it. */
  INTERNAL;

  /** The word used in the database, the API and the message keys, such as {@code too-large}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
