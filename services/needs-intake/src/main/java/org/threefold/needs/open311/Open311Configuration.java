package org.threefold.needs.open311;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.threefold.access.problems.ProblemForm;

/** Puts somebody who knows the keys at this door, before the rights are asked for. */
@Configuration(proxyBeanMethods = false)
class Open311Configuration {

  private static final int BEFORE_RIGHTS = -1;

  @Bean
  WebMvcConfigurer doorkeeper(Open311Settings settings) {
    var doorkeeper = new Doorkeeper(ApiKeys.in(settings.keys()));
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry
            .addInterceptor(doorkeeper)
            .addPathPatterns(Open311Problems.DOOR + "**")
            .order(BEFORE_RIGHTS);
      }
    };
  }

  @Bean
  ProblemForm open311Problems() {
    return new Open311Problems();
  }
}
