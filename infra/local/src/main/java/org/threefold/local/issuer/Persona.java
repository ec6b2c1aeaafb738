package org.threefold.local.issuer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.StationId;

/**
 * Somebody to sign in as, on the page or as an OAuth2 client of the same name.
 *
 * @param name what to sign in with
 * @param role one of the roles of domain §3.7
 * @param area what the persona may see
 * @param unit where the persona works, if anywhere
 * @param dept the department the persona acts for, if any
 * @param agency the agency the persona belongs to, if any
 */
public record Persona(
    String name,
    Role role,
    DivisionCode area,
    @Nullable StationId unit,
    @Nullable DeptCode dept,
    @Nullable String agency) {

  private static final DivisionCode COUNTY = new DivisionCode("511523");
  private static final DivisionCode TOWN = new DivisionCode("511523100");
  private static final DivisionCode ROOM = new DivisionCode("511523100001");
  private static final StationId HUB = new StationId("ST-511523");
  private static final StationId TOWN_STATION = new StationId("ST-511523100");
  private static final StationId ROOM_UNIT = new StationId("RM-511523100001");

  /** The agency that runs the general station and Jiang'an's town station. */
  private static final String INTRODUCED = "OP-INTRO-1";

  /** The agency that grew here; it undertakes the projects of the demo. */
  private static final String LOCAL = "OP-LOCAL-1";

  /**
   * One for each role that has tokens, all of them in and around Jiang'an town, a purchaser for
   * each department that holds activities, and two in another town to see what they do not see.
   */
  public static final List<Persona> ALL =
      List.of(
          new Persona("resident", Role.RESIDENT, ROOM, ROOM_UNIT, null, null),
          new Persona("rm-worker", Role.RM_WORKER, ROOM, ROOM_UNIT, null, null),
          new Persona("tst-worker", Role.TST_WORKER, TOWN, TOWN_STATION, null, INTRODUCED),
          new Persona(
              "tst-deputy-operator",
              Role.TST_DEPUTY_OPERATOR,
              TOWN,
              TOWN_STATION,
              null,
              INTRODUCED),
          new Persona("tst-deputy-town", Role.TST_DEPUTY_TOWN, TOWN, TOWN_STATION, null, null),
          new Persona("tst-head", Role.TST_HEAD, TOWN, TOWN_STATION, null, null),
          new Persona("supervisor", Role.SUPERVISOR, TOWN, TOWN_STATION, null, INTRODUCED),
          new Persona("hub-manager", Role.HUB_MANAGER, COUNTY, HUB, null, INTRODUCED),
          purchaser("purchaser", "CAB"),
          purchaser("purchaser-pub", "PUB"),
          purchaser("purchaser-cyl", "CYL"),
          purchaser("purchaser-wmf", "WMF"),
          new Persona("finance", Role.FINANCE, COUNTY, null, new DeptCode("FIN"), null),
          new Persona("cab", Role.CAB, COUNTY, null, new DeptCode("CAB"), null),
          new Persona("evaluator", Role.EVALUATOR, COUNTY, null, null, "EV-THIRD-1"),
          new Persona("archivist", Role.ARCHIVIST, TOWN, TOWN_STATION, null, null),
          new Persona("auditor", Role.AUDITOR, COUNTY, null, null, null),
          new Persona("undertaker", Role.UNDERTAKER, TOWN, null, null, LOCAL),
          hongqiao("rm-worker-hongqiao", Role.RM_WORKER, new StationId("RM-511523101001")),
          hongqiao("tst-worker-hongqiao", Role.TST_WORKER, new StationId("ST-511523101")));

  private static Persona purchaser(String name, String dept) {
    return new Persona(name, Role.PURCHASER, COUNTY, null, new DeptCode(dept), null);
  }

  private static Persona hongqiao(String name, Role role, StationId unit) {
    return new Persona(name, role, unit.division(), unit, null, null);
  }

  /** What the token says of the persona, beside its name. */
  Map<String, Object> claims() {
    return new Actor(name, Set.of(role), area, unit, dept, agency).claims();
  }
}
