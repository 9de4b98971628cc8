package io.fengsui.portal.page;

import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes what stands around every page. */
public final class Layouts {
  /** Exchange attribute: the path that the visitor asked for, where another page answers in its place. */
  public static final String ASKED = Layouts.class.getName() + ".asked";

  private final Visitors visitors;
  private final MessageSource messages;
  private final IntSupplier broken;
  private final Assets assets = new Assets();

  /** @param broken sources to be looked after; cheap, never fails */
  public Layouts(Visitors visitors, MessageSource messages, IntSupplier broken) {
    this.visitors = visitors;
    this.messages = messages;
    this.broken = broken;
  }

  /** The visitor behind the request. */
  public Visitor visitor(ServerWebExchange exchange) {
    return visitors.of(exchange);
  }

  /** The portal's words for a visitor. */
  public Words words(Visitor visitor) {
    return new Words(messages, visitor.locale());
  }

  /** Around a page without a query. */
  public Layout layout(ServerWebExchange exchange, String current) {
    return layout(exchange, current, "", null);
  }

  /** Around a page with a query in its box. */
  public Layout layout(ServerWebExchange exchange, String current, String query, @Nullable String sort) {
    Visitor visitor = visitor(exchange);
    return new Layout(visitor.language(), current, query, sort, other(exchange, visitor), broken.getAsInt(),
        assets.href("tokens.css"), assets.href("face.css"), assets.href("face.js"), assets.htmx());
  }

  private static String other(ServerWebExchange exchange, Visitor visitor) {
    String path = exchange.getAttributeOrDefault(ASKED, exchange.getRequest().getPath().value());
    return UriComponentsBuilder.fromPath(path)
        .query(exchange.getRequest().getURI().getRawQuery())
        .replaceQueryParam(Visitors.LANGUAGE, visitor.chinese() ? "en" : "zh").build(true).toUriString();
  }
}
