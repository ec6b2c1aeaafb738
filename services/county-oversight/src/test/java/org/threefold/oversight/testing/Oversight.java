package org.threefold.oversight.testing;

import java.util.Map;
import org.threefold.oversight.CountyOversightApplication;
import org.threefold.teststand.Stand;

/** County oversight on a stand, and the places its tests play in. */
public final class Oversight {

  public static final String COUNTY = "511523";
  public static final String TOWN = "511523100";
  public static final String OTHER_TOWN = "511523101";
  public static final String ROOM = "511523100001";

  /** Small, so that falling out of it is quick. */
  public static final int WINDOW = 512;

  private Oversight() {}

  /** Started when it is first asked for. */
  private static final class Shared {

    private static final Stand STAND = start();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(STAND::close));
    }
  }

  /** A service for all tests of this JVM that do not stop it. */
  public static Stand shared() {
    return Shared.STAND;
  }

  /** A service of one's own. */
  public static Stand start() {
    return Stand.start(
        CountyOversightApplication.class,
        "county-oversight",
        Map.of(
            "oversight.stream.window",
            WINDOW,
            "oversight.stream.heartbeat",
            "1s",
            "oversight.stream.readers-of-one",
            6));
  }
}
