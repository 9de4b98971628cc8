package io.fengsui.portal.account;

import io.fengsui.portal.page.Layouts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** The page of the gate: who is let in, and what to set so that somebody is. */
@Controller
public final class OperatorController {
  private final Layouts layouts;

  public OperatorController(Layouts layouts) {
    this.layouts = layouts;
  }

  @GetMapping(OperatorGate.PAGE)
  Rendering page(ServerWebExchange exchange) {
    Admission told = exchange.getAttributeOrDefault(OperatorGate.TOLD, Admission.GRANTED);
    return Rendering.view("operator").status(told.status()).modelAttribute("page", layouts.layout(exchange, "sources"))
        .modelAttribute("told", told.code()).build();
  }
}
