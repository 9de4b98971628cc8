package io.fengsui.indexer.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Chooses ports of this machine's loopback address. */
final class Ports {
  private Ports() {}

  /** The port wanted where it is free, else any free one. */
  static int free(int wanted) {
    return wanted > 0 && isFree(wanted) ? wanted : any();
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // The connections of an engine that just ended would otherwise hold its port for a minute.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int any() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
  }
}
