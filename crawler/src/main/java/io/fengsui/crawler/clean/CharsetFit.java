package io.fengsui.crawler.clean;

import java.nio.charset.Charset;

/**
 * How well bytes go with a charset.
 *
 * @param score 1 for a text of nothing but frequent characters, below 0 for what cannot be
 */
record CharsetFit(Charset charset, double score) {}
