package org.threefold.bench.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes orders from standard input and answers on standard output, a line of JSON each: {@code
 * {"ok":true,"answer":{…}}}, or {@code {"ok":false,"why":"…"}}, or {@code
 * {"ok":false,"cannot":"…"}} for what this subject has no way to do. Whatever else the program
 * prints goes to standard error.
 */
public final class Speaking {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Subject subject;
  private @Nullable Load load;
  private @Nullable Effects effects;
  private @Nullable Where where;

  private Speaking(Subject subject) {
    this.subject = subject;
  }

  /**
   * Serves until it is told to stop, or nobody is there to tell anything, and ends the JVM.
   *
   * @param made when standard output is out of its reach
   */
  public static void as(Supplier<? extends Subject> made) throws IOException {
    PrintStream out = System.out;
    System.setOut(System.err);
    int status = 0;
    try (Subject subject = made.get()) {
      new Speaking(subject).serve(out);
    } catch (Exception failed) {
      failed.printStackTrace();
      status = 1;
    }
    System.exit(status);
  }

  private void serve(PrintStream out) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    say(out, Map.of("ok", true, "answer", new Answer.Done()));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Order order = JSON.readValue(line, Order.class);
      try {
        say(out, Map.of("ok", true, "answer", obey(order)));
      } catch (UnsupportedOperationException cannot) {
        say(out, Map.of("ok", false, "cannot", String.valueOf(cannot.getMessage())));
      } catch (Exception failed) {
        failed.printStackTrace();
        say(out, Map.of("ok", false, "why", failed.toString()));
      }
      if (order instanceof Order.Stop) {
        return;
      }
    }
  }

  private static void say(PrintStream out, Map<String, Object> answer) {
    out.println(JSON.writeValueAsString(answer));
    out.flush();
  }

  private Answer obey(Order order) throws Exception {
    return switch (order) {
      case Order.Prepare it -> prepare(it);
      case Order.Preload it -> {
        subject.preload(it.aggregates(), it.bytes());
        yield new Answer.Done();
      }
      case Order.Burst it -> prepared(load).burst(it);
      case Order.Pace it -> prepared(load).pace(it);
      case Order.Backlog it -> prepared(load).backlog(it);
      case Order.Replay _ -> prepared(load).replay(() -> where = subject.replay(prepared(effects)));
      case Order.Where _ -> new Answer.Lies(prepared(where));
      case Order.Stop _ -> new Answer.Done();
    };
  }

  private Answer prepare(Order.Prepare order) throws Exception {
    Run run = new Run(order.run(), order.partitions());
    Effects fresh = new Effects(run);
    where = subject.prepare(run, fresh);
    effects = fresh;
    load = new Load(subject, run, fresh);
    return new Answer.Lies(where);
  }

  private static <T> T prepared(@Nullable T it) {
    if (it == null) {
      throw new IllegalStateException("Nothing is prepared");
    }
    return it;
  }
}
