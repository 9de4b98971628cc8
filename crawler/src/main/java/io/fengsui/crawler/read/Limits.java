package io.fengsui.crawler.read;

/** What a response may hold. Far above what any publisher sends, and small enough for the machine. */
final class Limits {
  /** Elements or arrays inside one another. */
  static final int DEPTH = 100;
  /** Records in one response. */
  static final int ITEMS = 5_000_000;
  /** Characters in one text of a document. */
  static final int TOKEN = 16 << 20;
  /** Characters of a reference: the archive has a key over it. */
  static final int REFERENCE = 500;

  /** Bytes of an entry of an archive; they are streamed, never held. */
  static final long ENTRY = 2L << 30;
  /** Entries of an archive that are looked at. */
  static final int ENTRIES = 1_000;

  private Limits() {}
}
