/** Where the operator edits a source, sees what it would yield, and saves it. */
@NullMarked
package io.fengsui.portal.workbench;

import org.jspecify.annotations.NullMarked;
