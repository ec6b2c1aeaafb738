package org.threefold.bench.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessorTest {

  private static final String WORK = "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done";

  @Test
  void a_tree_has_the_time_of_its_children_those_that_have_ended_too() throws Exception {
    double ended = timeOfTree("sh -c '" + WORK + "'; echo done; read end");
    assertThat(ended).isPositive();
  }

  @Test
  void a_process_alone_has_not_the_time_of_its_children() throws Exception {
    Process parent = start("sh -c '" + WORK + "'; echo done; read end");
    assertThat(Processor.seconds(parent.pid())).isLessThan(Processor.secondsOfTree(parent.pid()));
    parent.destroyForcibly().waitFor();
  }

  @Test
  void who_is_not_there_has_used_nothing() throws Exception {
    Process gone = start("echo done");
    gone.waitFor();
    assertThat(Processor.secondsOfTree(gone.pid())).isZero();
  }

  private static double timeOfTree(String script) throws Exception {
    Process parent = start(script);
    double seconds = Processor.secondsOfTree(parent.pid());
    parent.destroyForcibly().waitFor();
    return seconds;
  }

  /** Returns when the script has said that it is done. */
  private static Process start(String script) throws IOException {
    Process process = new ProcessBuilder("sh", "-c", script).start();
    assertThat(process.inputReader().readLine()).isEqualTo("done");
    return process;
  }
}
