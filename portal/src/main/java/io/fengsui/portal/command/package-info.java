/** Sub-commands: each does one job, answers in JSON on standard output, and exits. */
@NullMarked
package io.fengsui.portal.command;

import org.jspecify.annotations.NullMarked;
