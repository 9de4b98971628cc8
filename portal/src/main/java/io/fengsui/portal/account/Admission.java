package io.fengsui.portal.account;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** What a request that only the operator may make is told. */
enum Admission {
  /** It is the operator's. */
  GRANTED(HttpStatus.OK),
  /** A password is set, and it has not given it. */
  ASKED(HttpStatus.UNAUTHORIZED),
  /** No password is set, and it does not come from the machine itself. */
  REFUSED(HttpStatus.FORBIDDEN);

  private final HttpStatus status;

  Admission(HttpStatus status) {
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }

  /** The word used in message keys. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
