package org.threefold.needs.vault;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the vault is made of. Without its master keys the service does not start. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

  @Bean
  Sealing sealing() {
    return new Sealing(new SecureRandom());
  }

  @Bean
  KeyFile keyFile(VaultSettings settings, Sealing sealing) {
    return KeyFile.open(settings, sealing);
  }

  @Bean
  VaultEndpoint vaultEndpoint(Vault vault) {
    return new VaultEndpoint(vault);
  }
}
