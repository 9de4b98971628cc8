package io.fengsui.portal.status;

/**
 * How the index stands to the archive.
 *
 * @param archived notices in the archive, -1 where unknown
 * @param indexed  notices in the index, -1 where unknown
 * @param waiting  notices that the index does not have in their latest state, -1 where unknown
 */
public record Figures(long archived, long indexed, long waiting) {
  /** While the engines are away. */
  public static final Figures UNKNOWN = new Figures(-1, -1, -1);
}
