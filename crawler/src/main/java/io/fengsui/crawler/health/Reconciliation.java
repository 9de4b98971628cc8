package io.fengsui.crawler.health;

import io.fengsui.crawler.store.Statement;
import io.fengsui.crawler.store.Statement.Basis;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the publisher says that there is, beside what the archive holds of it.
 *
 * @param held      of what is published
 * @param missing   published and not held
 * @param unread    of an index, documents that are left to read: not missing, only not read yet
 * @param window    whether only the notices of some time were asked for, so that all figures are about these
 * @param named     those missing whose record or address is known, the first 20
 */
public record Reconciliation(Instant at, Basis basis, long published, long held, long missing, long unread,
    boolean window, List<Statement.Missing> named) {
  public Reconciliation {
    named = List.copyOf(named);
  }

  /**
   * Compares; empty where nothing can be said: a crawl of some time that ended before the end of its list.
   *
   * @param archived notices of the source that the archive holds
   */
  public static Optional<Reconciliation> of(Statement said, long archived) {
    boolean index = said.basis() == Basis.INDEX;
    if (index)
      return Optional.of(made(said, said.read(), Math.max(0, said.published() - said.read() - said.rejected())));
    if (said.complete() || said.basis() == Basis.LIST)
      return Optional.of(made(said, said.read(), 0));
    // The crawl stopped where it met what it knew: what is behind was read before, and is in the archive.
    return said.window() ? Optional.empty() : Optional.of(made(said, Math.max(archived, said.read()), 0));
  }

  private static Reconciliation made(Statement said, long read, long unread) {
    long held = Math.min(read, said.published());
    return new Reconciliation(said.at(), said.basis(), said.published(), held, said.published() - held - unread, unread,
        said.window(), said.missing());
  }
}
