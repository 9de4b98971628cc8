package io.fengsui.portal.api;

import io.fengsui.indexer.query.Parsed;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Why a call has no answer, as problem details (RFC 9457). */
final class Problem extends ErrorResponseException {
  private static final long serialVersionUID = 1L;

  private Problem(HttpStatus status, String title, String detail) {
    super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    setTitle(title);
  }

  static Problem unknownParameter(String name, List<String> allowed) {
    Problem problem = new Problem(HttpStatus.BAD_REQUEST, "Unknown parameter",
        "there is no parameter \"" + name + "\""
            + (allowed.isEmpty() ? "" : "; there are " + String.join(", ", allowed)));
    return problem.with("parameter", name).with("allowed", allowed);
  }

  static Problem badParameter(String name, String value, String wanted) {
    return new Problem(HttpStatus.BAD_REQUEST, "Bad parameter", name + " must be " + wanted + ", not \"" + value + "\"")
        .with("parameter", name);
  }

  static Problem badQuery(Parsed.Wrong wrong, String said) {
    return new Problem(HttpStatus.BAD_REQUEST, "Query not understood", said).with("parameter", "q")
        .with("problem", wrong.problem()).with("position", wrong.at()).with("length", wrong.length());
  }

  static Problem absent(String what) {
    return new Problem(HttpStatus.NOT_FOUND, "Not found", what);
  }

  static Problem unavailable(String reason) {
    return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "Search engine unavailable", reason);
  }

  static Problem internal() {
    return new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error", "our own fault; the log has it");
  }

  private Problem with(String name, Object value) {
    getBody().setProperty(name, value);
    return this;
  }
}
