package org.threefold.needs.vault;

import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** What operators see of the residents' keys, and how they renew them: {@code /actuator/vault}. */
@Endpoint(id = "vault")
final class VaultEndpoint {

  private final Vault vault;

  VaultEndpoint(Vault vault) {
    this.vault = vault;
  }

  /** How many keys each master key has wrapped. */
  @ReadOperation
  Map<String, Object> counts() {
    return Map.of("wrappedBy", vault.counts());
  }

  /** Has every key wrapped by the current master key of the file; answers how many were not. */
  @WriteOperation
  Map<String, Object> wrapAnew() {
    return Map.of("wrappedAnew", vault.wrapAnew(), "wrappedBy", vault.counts());
  }
}
