package io.fengsui.portal.page;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** What a page says when it cannot be made: what happened and what to do. */
@ControllerAdvice
public final class FaultPages {
  private static final Logger LOG = LoggerFactory.getLogger(FaultPages.class);

  private final Layouts layouts;

  public FaultPages(Layouts layouts) {
    this.layouts = layouts;
  }

  /** The page of any fault: our own are logged, the visitor's are not. */
  @ExceptionHandler(Exception.class)
  Rendering fault(ServerWebExchange exchange, Exception fault) {
    HttpStatusCode status = fault instanceof ErrorResponse known
        ? known.getStatusCode()
        : HttpStatus.INTERNAL_SERVER_ERROR;
    if (status.is5xxServerError())
      LOG.error("cannot make the page {}", exchange.getRequest().getPath(), fault);
    return page(exchange, status, status.is5xxServerError() ? "own" : status.value() == 404 ? "absent" : "asked");
  }

  private Rendering page(ServerWebExchange exchange, HttpStatusCode status, String what) {
    return Rendering.view("fault").status(status).modelAttribute("page", layouts.layout(exchange, ""))
        .modelAttribute("code", status.value()).modelAttribute("what", what).build();
  }
}
