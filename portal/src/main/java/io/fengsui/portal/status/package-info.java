/** What is ready and what is still starting, for people and for machines. */
@NullMarked
package io.fengsui.portal.status;

import org.jspecify.annotations.NullMarked;
