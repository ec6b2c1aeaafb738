package org.threefold.access;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.threefold.access.json.JsonConfiguration;
import org.threefold.access.problems.ProblemsConfiguration;
import org.threefold.access.requests.RequestsConfiguration;
import org.threefold.access.rights.RightsConfiguration;
import org.threefold.access.tokens.TokensConfiguration;

/**
 * Puts the gate in front of every web application of this house; {@code
 * threefold.access.enabled=false} is for programs that are no service, such as an issuer.
 */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
      "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration"
    })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnProperty(name = "threefold.access.enabled", matchIfMissing = true)
@EnableConfigurationProperties(AccessSettings.class)
@Import({
  ProblemsConfiguration.class,
  TokensConfiguration.class,
  RightsConfiguration.class,
  RequestsConfiguration.class,
  JsonConfiguration.class
})
class AccessAutoConfiguration {}
