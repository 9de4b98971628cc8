/** The pages over a handful of notices in memory, without engines: for looking at them and for testing them. */
package io.fengsui.portal.stage;
