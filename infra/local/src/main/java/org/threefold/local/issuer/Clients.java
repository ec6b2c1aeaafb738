package org.threefold.local.issuer;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** The clients in memory; unlike the library's own, it lets all personas share one secret. */
final class Clients implements RegisteredClientRepository {

  private final Map<String, RegisteredClient> byId = new ConcurrentHashMap<>();

  Clients(Collection<RegisteredClient> clients) {
    clients.forEach(this::save);
  }

  @Override
  public void save(RegisteredClient client) {
    byId.put(client.getId(), client);
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return byId.get(id);
  }

  /** A client's id is its client id here. */
  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    return byId.get(clientId);
  }
}
