package org.threefold.bench.county;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.threefold.local.CountyApi;
import org.threefold.local.CountySettings;
import org.threefold.local.CountySettings.Part;

/** Leads needs through their lives over HTTP with tokens, and remembers what was acknowledged. */
final class Living {

  private static final String NEEDS = "/api/v1/needs";
  private static final String ID = "\"need\":\"";

  /** How far a need was acknowledged. */
  record Acknowledged(String status, int version) {}

  private final CountyApi api;
  private final int port;
  private final String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
  private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
  private final AtomicLong keys = new AtomicLong();
  private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();

  Living(CountySettings settings, String secret) {
    this.api = new CountyApi(settings, secret);
    this.port = settings.port(Part.NEEDS);
  }

  Caller caller() throws IOException {
    return new Caller(port);
  }

  CountyApi api() {
    return api;
  }

  /**
   * Leads one need through a life.
   *
   * @return its id
   * @throws IllegalStateException if anything is refused
   */
  String live(Life life, Caller caller) throws IOException {
    String need = "";
    for (Life.Call call : life.calls()) {
      String path = call.command().isEmpty() ? NEEDS : NEEDS + "/" + need + "/" + call.command();
      Caller.Reply reply =
          caller.post(
              path,
              api.token(call.persona()),
              "bench-" + run + "-" + keys.incrementAndGet(),
              call.body().replace("%s", today));
      if (!reply.ok()) {
        throw new IllegalStateException(path + ": " + reply);
      }
      if (need.isEmpty()) {
        int at = reply.body().indexOf(ID) + ID.length();
        need = reply.body().substring(at, reply.body().indexOf('"', at));
      }
    }
    acknowledged.put(need, new Acknowledged(life.status(), life.version()));
    return need;
  }

  /** Every need that was acknowledged, and how far. */
  Map<String, Acknowledged> acknowledged() {
    return acknowledged;
  }
}
