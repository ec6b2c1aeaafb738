package org.threefold.access.problems;

import org.apache.catalina.core.StandardHost;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Has every failure answered as a problem, wherever it happens. */
@Configuration(proxyBeanMethods = false)
public class ProblemsConfiguration {

  /** Inside the filter that sets the encoding, around all others. */
  private static final int OUTERMOST = Ordered.HIGHEST_PRECEDENCE + 10;

  @Bean
  LocaleResolver localeResolver() {
    var locales = new AcceptHeaderLocaleResolver();
    locales.setSupportedLocales(Sentences.LANGUAGES);
    locales.setDefaultLocale(Sentences.DEFAULT);
    return locales;
  }

  @Bean
  ProblemWriter problemWriter(
      Environment environment, LocaleResolver localeResolver, ObjectProvider<ProblemForm> forms) {
    @Nullable String service = environment.getProperty("spring.application.name");
    return new ProblemWriter(
        new Sentences(service), localeResolver, forms.orderedStream().toList());
  }

  @Bean
  ProblemResolver problemResolver(ProblemWriter problems) {
    return new ProblemResolver(problems);
  }

  @Bean
  ErrorHttp errorHttp(ProblemWriter problems) {
    return new ErrorHttp(problems);
  }

  @Bean
  FilterRegistrationBean<ProblemFilter> problemFilter(ProblemWriter problems) {
    var registration = new FilterRegistrationBean<>(new ProblemFilter(problems));
    registration.setOrder(OUTERMOST);
    return registration;
  }

  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> tomcatProblemsCustomizer() {
    return factory ->
        factory.addContextCustomizers(context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(TomcatProblems.class.getName());
          }
        });
  }
}
