package org.threefold.messaging;

import java.util.Map;
import java.util.function.Supplier;

/** What the store may answer; its exceptions are made in its own package only. */
public final class Outcomes {

  /** One of each. */
  public static final Map<String, Supplier<RuntimeException>> ALL =
      Map.of(
          "stale", () -> new StaleVersion("17 is not 18"),
          "reused", () -> new KeyReused("again"),
          "busy", () -> new Busy("full"),
          "unavailable", () -> new StoreUnavailable("down"),
          "contended", () -> new Contended("often"));

  private Outcomes() {}
}
