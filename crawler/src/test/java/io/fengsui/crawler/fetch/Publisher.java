package io.fengsui.crawler.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A real HTTP server on loopback whose pages a test writes. */
public final class Publisher implements AutoCloseable {
  private final HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  public Publisher() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    page("/robots.txt", exchange -> reply(exchange, 404, ""));
    server.start();
  }

  /** Writes the answer to a request. */
  public interface Page {
    void answer(HttpExchange exchange) throws IOException;
  }

  /** Sets or replaces the answer to a path. */
  public Publisher page(String path, Page page) {
    try {
      server.removeContext(path);
    } catch (IllegalArgumentException unknown) {
      // The first page of that path.
    }
    server.createContext(path, exchange -> {
      asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      try (exchange) {
        page.answer(exchange);
      }
    });
    return this;
  }

  public static void reply(HttpExchange exchange, int status, String body, String... headers) throws IOException {
    reply(exchange, status, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  public static void reply(HttpExchange exchange, int status, byte[] body, String... headers) throws IOException {
    for (int i = 0; i < headers.length; i += 2)
      exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0)
      exchange.getResponseBody().write(body);
  }

  public String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Requests so far, such as {@code GET /list?page=1}. */
  public List<String> asked() {
    return asked;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
