package org.threefold.access.requests;

import java.time.Clock;
import java.util.List;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Has bodies limited and kept, and handlers given the {@code Actor} and {@code Request} they ask
 * for.
 */
@Configuration(proxyBeanMethods = false)
public class RequestsConfiguration {

  /** Behind the gate: a stranger's body is not even read. */
  private static final int BEHIND_THE_GATE = SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10;

  @Bean
  FilterRegistrationBean<BodyFilter> bodyFilter() {
    var registration = new FilterRegistrationBean<>(new BodyFilter());
    registration.setOrder(BEHIND_THE_GATE);
    return registration;
  }

  @Bean
  CompleteBodies completeBodies() {
    return new CompleteBodies();
  }

  @Bean
  WebMvcConfigurer askedArguments(Clock clock) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new EventBodies());
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
        resolvers.add(new RequestArgument(clock));
      }
    };
  }
}
