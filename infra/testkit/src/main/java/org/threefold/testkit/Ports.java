package org.threefold.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Loopback ports: finds free ones, and says early and by number which one is taken. */
public final class Ports {

  /** The only address our own servers listen on. */
  public static final String LOOPBACK = "127.0.0.1";

  private Ports() {}

  /** The address of a port of this machine that other machines cannot reach. */
  public static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), port);
  }

  /** A port that was free a moment ago. */
  public static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(LOOPBACK))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No free port on " + LOOPBACK, e);
    }
  }

  /**
   * Checks that a server can have this port; 0 stands for any and is always fine.
   *
   * @throws IllegalStateException naming the server and the port, if somebody listens there
   */
  public static void require(String server, int port) {
    if (port == 0) {
      return;
    }
    try (var socket = new ServerSocket()) {
      socket.bind(loopback(port));
    } catch (IOException e) {
      throw new IllegalStateException(server + " cannot start: port " + port + " is taken", e);
    }
  }
}
