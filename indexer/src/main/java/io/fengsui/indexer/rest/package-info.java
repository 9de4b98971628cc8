/** JSON to and from Elasticsearch, byte for byte: what is sent is what was written, what comes back is parsed once. */
@NullMarked
package io.fengsui.indexer.rest;

import org.jspecify.annotations.NullMarked;
