package org.threefold.access.tokens;

import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CorsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.threefold.access.AccessSettings;
import org.threefold.access.problems.ProblemWriter;
import org.threefold.access.rights.RightsTable;

/** The gate: who has no good token stays outside of everything that is not open on purpose. */
@Configuration(proxyBeanMethods = false)
public class TokensConfiguration {

  /** What Kubernetes and a person with no token may ask. */
  private static final String[] HEALTH = {
    "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"
  };

  private static final String ACTUATOR = "/actuator/**";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Bean
  JwtDecoder jwtDecoder(AccessSettings settings) {
    return new BelievedTokens(
        new CheckedTokens(settings), CheckedTokens.inTime(settings), System::nanoTime);
  }

  @Bean
  SecurityFilterChain gate(
      HttpSecurity http,
      AccessSettings settings,
      RightsTable rights,
      ProblemWriter problems,
      JwtDecoder tokens) {
    var keeper = new Gatekeeper(problems);
    return http.sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable) // Nothing here believes a cookie.
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .cors(it -> cors(it, settings))
        .headers(it ->
            it.contentSecurityPolicy(policy -> policy.policyDirectives(settings.policy()))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
        .authorizeHttpRequests(gate ->
            gate.dispatcherTypeMatchers(
                    DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(HEALTH)
                .permitAll()
                .requestMatchers(settings.openPaths().toArray(String[]::new))
                .permitAll()
                .requestMatchers(ACTUATOR)
                .access((who, it) -> Gatekeeper.entitled(who.get(), rights, inside(it)))
                .anyRequest()
                .access((who, _) -> Gatekeeper.known(who.get())))
        .oauth2ResourceServer(it ->
            it.bearerTokenResolver(new ShortTokens())
                .authenticationEntryPoint(keeper)
                .accessDeniedHandler(keeper)
                .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(new ActorOfToken())))
        .exceptionHandling(it -> it.authenticationEntryPoint(keeper).accessDeniedHandler(keeper))
        .build();
  }

  /** Requests are timed as a whole; each filter of the gate for itself would cost more than it. */
  @Bean
  SecurityObservationSettings unobserved() {
    return SecurityObservationSettings.noObservations();
  }

  private static String inside(RequestAuthorizationContext asked) {
    return READING.contains(asked.getRequest().getMethod()) ? "actuator.read" : "actuator.write";
  }

  private static void cors(CorsConfigurer<HttpSecurity> cors, AccessSettings settings) {
    if (settings.corsOrigins().isEmpty()) {
      cors.disable();
      return;
    }
    var pages = new CorsConfiguration();
    pages.setAllowedOrigins(settings.corsOrigins());
    pages.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
    pages.setAllowedHeaders(
        List.of(
            "Authorization",
            "Content-Type",
            "Accept-Language",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Last-Event-ID",
            "traceparent"));
    pages.setExposedHeaders(List.of("ETag", "Location", "Retry-After"));
    var source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/**", pages);
    cors.configurationSource(source);
  }
}
