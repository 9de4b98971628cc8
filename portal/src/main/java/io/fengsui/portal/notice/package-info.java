/** The page of one notice, with its evidence and revisions, and its preview. */
@NullMarked
package io.fengsui.portal.notice;

import org.jspecify.annotations.NullMarked;
