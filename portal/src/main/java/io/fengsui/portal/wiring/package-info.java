/** Puts the parts together: settings, engines, start and stop. The only place with beans. */
@NullMarked
package io.fengsui.portal.wiring;

import org.jspecify.annotations.NullMarked;
