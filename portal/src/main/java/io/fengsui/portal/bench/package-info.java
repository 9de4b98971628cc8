/** The benchmark: one run over recordings, with its floors measured in the same run. */
@NullMarked
package io.fengsui.portal.bench;

import org.jspecify.annotations.NullMarked;
