/** The portal: one Spring Boot application that serves, and sub-commands that do one job. */
@NullMarked
package io.fengsui.portal;

import org.jspecify.annotations.NullMarked;
