package org.threefold.local.issuer;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
    String role,
    String area,
    @Nullable String unit,
    @Nullable String dept,
    @Nullable String agency) {

  private static final String COUNTY = "511523";
  private static final String TOWN = "511523100";
  private static final String ROOM = "511523100001";
  private static final String TOWN_STATION = "ST-511523100";

  /** The agency that runs the general station and Jiang'an's town station. */
  private static final String INTRODUCED = "OP-INTRO-1";

  /** The agency that grew here; it undertakes the projects of the demo. */
  private static final String LOCAL = "OP-LOCAL-1";

  /**
   * One for each role, all of them in and around Jiang'an town, and two in another town to see what
   * they do not see.
   */
  public static final List<Persona> ALL =
      List.of(
          new Persona("resident", "RESIDENT", ROOM, "RM-" + ROOM, null, null),
          new Persona("rm-worker", "RM_WORKER", ROOM, "RM-" + ROOM, null, null),
          new Persona("tst-worker", "TST_WORKER", TOWN, TOWN_STATION, null, INTRODUCED),
          new Persona(
              "tst-deputy-operator", "TST_DEPUTY_OPERATOR", TOWN, TOWN_STATION, null, INTRODUCED),
          new Persona("tst-deputy-town", "TST_DEPUTY_TOWN", TOWN, TOWN_STATION, null, null),
          new Persona("tst-head", "TST_HEAD", TOWN, TOWN_STATION, null, null),
          new Persona("supervisor", "SUPERVISOR", TOWN, TOWN_STATION, null, INTRODUCED),
          new Persona("hub-manager", "HUB_MANAGER", COUNTY, "ST-" + COUNTY, null, INTRODUCED),
          new Persona("purchaser", "PURCHASER", COUNTY, null, "CAB", null),
          new Persona("finance", "FINANCE", COUNTY, null, "FIN", null),
          new Persona("cab", "CAB", COUNTY, null, "CAB", null),
          new Persona("evaluator", "EVALUATOR", COUNTY, null, null, "EV-THIRD-1"),
          new Persona("archivist", "ARCHIVIST", TOWN, TOWN_STATION, null, null),
          new Persona("auditor", "AUDITOR", COUNTY, null, null, null),
          new Persona("undertaker", "UNDERTAKER", TOWN, null, null, LOCAL),
          new Persona(
              "rm-worker-hongqiao", "RM_WORKER", "511523101001", "RM-511523101001", null, null),
          new Persona(
              "tst-worker-hongqiao", "TST_WORKER", "511523101", "ST-511523101", null, null));

  /** What the token says of the persona, beside its name. */
  Map<String, Object> claims() {
    Map<String, Object> claims = new TreeMap<>();
    claims.put("roles", List.of(role));
    claims.put("area", area);
    if (unit != null) {
      claims.put("unit", unit);
    }
    if (dept != null) {
      claims.put("dept", dept);
    }
    if (agency != null) {
      claims.put("agency", agency);
    }
    return claims;
  }
}
