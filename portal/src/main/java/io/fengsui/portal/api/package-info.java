/** The JSON API, version 1. */
@NullMarked
package io.fengsui.portal.api;

import org.jspecify.annotations.NullMarked;
