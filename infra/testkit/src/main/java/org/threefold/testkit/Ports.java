package org.threefold.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Loopback ports: finds free ones, and says early and by number which one is taken. */
public final class Ports {

  /** The only address our own servers listen on. */
  public static final String LOOPBACK = "127.0.0.1";

  /** Below what Linux gives to clients (from 32768), and clear of the county's own ports. */
  private static final int FIRST = 10_000;

  private static final int LAST = 27_000;

  /** Programs that start at the same time look in different places. */
  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(LAST));

  private Ports() {}

  /** The address of a port of this machine that other machines cannot reach. */
  public static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), port);
  }

  /**
   * A port that was free a moment ago, another one at every call. None of those that the system
   * gives to clients: it could be gone before a server has it, or while a killed one comes back.
   *
   * @throws IllegalStateException if there is none
   */
  public static int free() {
    for (int attempt = FIRST; attempt < LAST; attempt++) {
      int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), LAST - FIRST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("No free port on " + LOOPBACK);
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(loopback(port));
      return true;
    } catch (IOException taken) {
      return false;
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
    if (!isFree(port)) {
      throw new IllegalStateException(server + " cannot start: port " + port + " is taken");
    }
  }
}
