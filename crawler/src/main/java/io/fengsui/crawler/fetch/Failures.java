package io.fengsui.crawler.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;

/** What an exception of the HTTP client means for the source. */
final class Failures {
  private Failures() {}

  /** Before a response was there. */
  static Cause inExchange(Exception e) {
    return switch (e) {
      case EgressGuard.Denied denied -> Cause.EGRESS;
      case UnknownHostException unknown -> Cause.DNS;
      case SSLException tls -> Cause.TLS;
      case SocketTimeoutException slow -> Cause.TIMEOUT;
      case InterruptedIOException slow -> Cause.TIMEOUT;
      case ConnectException refused -> Cause.CONNECT;
      case NoRouteToHostException unreachable -> Cause.CONNECT;
      case ConnectionClosedException closed -> Cause.CONNECT;
      case HttpException wrong -> Cause.MALFORMED;
      case IOException other when other.getCause() instanceof HttpException -> Cause.MALFORMED;
      default -> Cause.CONNECT;
    };
  }

  /** While its body came in. */
  static Cause inBody(IOException e) {
    return switch (e) {
      case ZipException coding -> Cause.MALFORMED;
      case EOFException end -> Cause.MALFORMED;
      case ConnectionClosedException closed -> Cause.MALFORMED;
      case MalformedChunkCodingException chunk -> Cause.MALFORMED;
      default -> inExchange(e);
    };
  }

  static String describe(Exception e) {
    var message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
