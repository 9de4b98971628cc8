/** Who may do what: for now, who is the operator. */
@NullMarked
package io.fengsui.portal.account;

import org.jspecify.annotations.NullMarked;
