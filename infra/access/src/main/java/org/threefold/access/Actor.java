package org.threefold.access;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.StationId;

/**
 * Who asks: taken from the token, never from the request.
 *
 * @param subject the token's subject; a different subject is a different person (four-eyes rules
 *     compare it); never put on the wire
 * @param roles at least one
 * @param area what the actor may see and touch: a room, a town or the county, and all below
 * @param unit the unit the actor works at, if any
 * @param dept the department the actor acts for, if any
 * @param agency the agency the actor belongs to (an operator, undertaker or evaluator), if any
 */
public record Actor(
    String subject,
    Set<Role> roles,
    DivisionCode area,
    @Nullable StationId unit,
    @Nullable DeptCode dept,
    @Nullable String agency) {

  public Actor {
    roles = Set.copyOf(roles);
  }

  /** Whether the actor has this role. */
  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether the division lies in the actor's area. */
  public boolean covers(DivisionCode division) {
    return area.covers(division);
  }

  /**
   * What a token says of the actor beside its subject: {@code roles} and {@code area}, and {@code
   * unit}, {@code dept}, {@code agency} if any. Who sends such a token is this actor again.
   */
  public Map<String, Object> claims() {
    Map<String, Object> claims = new TreeMap<>();
    claims.put("roles", roles.stream().sorted().map(Enum::name).toList());
    claims.put("area", area.value());
    if (unit != null) {
      claims.put("unit", unit.value());
    }
    if (dept != null) {
      claims.put("dept", dept.value());
    }
    if (agency != null) {
      claims.put("agency", agency);
    }
    return Collections.unmodifiableMap(claims);
  }

  /**
   * Role and unit (or department, agency, area) as facts name them: {@code
   * RM_WORKER@RM-511523100001}.
   */
  public String label() {
    String role = roles.stream().sorted().findFirst().map(Enum::name).orElse("NOBODY");
    Object where = unit != null ? unit : dept != null ? dept : agency != null ? agency : area;
    return role + "@" + where;
  }
}
