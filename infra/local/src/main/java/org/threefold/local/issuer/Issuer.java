package org.threefold.local.issuer;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.threefold.local.CountyClock;

/** The issuer as a small application of its own. */
public final class Issuer implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private Issuer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Starts the issuer.
   *
   * @param data where its key and the secret of the personas are kept
   * @param port on loopback
   * @param pages where the page of county oversight is served; it may sign in from there
   * @param clock the county's, to be shown and moved on
   */
  public static Issuer start(Path data, int port, String pages, CountyClock clock) {
    Map<String, Object> settings =
        Map.of(
            "spring.config.name",
            "issuer",
            "server.port",
            port,
            "server.address",
            "localhost",
            "issuer.data",
            data.toString(),
            "issuer.pages",
            pages);
    return new Issuer(
        new SpringApplicationBuilder(IssuerConfiguration.class)
            .web(WebApplicationType.SERVLET)
            .bannerMode(Banner.Mode.OFF)
            .registerShutdownHook(false)
            .properties(settings)
            .initializers(
                context -> context.getBeanFactory().registerSingleton("countyClock", clock))
            .run());
  }

  /** The secret of every persona, as client and as user. */
  public String secret() {
    return context.getBean(Keys.class).secret();
  }

  /** The persona of a name. */
  static Optional<Persona> persona(String name) {
    return Persona.ALL.stream().filter(persona -> persona.name().equals(name)).findFirst();
  }

  @Override
  public void close() {
    context.close();
  }
}
