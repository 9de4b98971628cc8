/** The evidence of a notice as one file that anyone can check without us. */
@NullMarked
package io.fengsui.portal.evidence;

import org.jspecify.annotations.NullMarked;
