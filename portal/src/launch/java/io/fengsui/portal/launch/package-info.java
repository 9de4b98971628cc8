/**
 * The way into the jar for whatever {@code java} is first on the path. Compiled for Java 17, so that it can at least say
 * what is missing.
 */
package io.fengsui.portal.launch;
