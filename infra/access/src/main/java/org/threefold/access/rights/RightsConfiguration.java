package org.threefold.access.rights;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Has the rights table checked at start and at every request below a guarded path. */
@Configuration(proxyBeanMethods = false)
public class RightsConfiguration {

  @Bean
  RightsTable rightsTable(Environment environment) {
    return RightsTable.of(environment.getProperty("spring.application.name"));
  }

  @Bean
  RightsCheck rightsCheck(
      ObjectProvider<RequestMappingHandlerMapping> mappings, RightsTable rights) {
    return new RightsCheck(mappings, rights);
  }

  @Bean
  WebMvcConfigurer rightsOnEveryHandler(RightsTable rights) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry
            .addInterceptor(new RightsInterceptor(rights))
            .addPathPatterns(RightsCheck.GUARDED)
            .addPathPatterns(RightsCheck.GUARDED.stream().map(it -> it + "**").toList());
      }
    };
  }
}
