package org.threefold.oversight.live;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A virtual thread for each reader, for as long as they listen, and little memory. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

  /** Bytes that a reader's socket holds; a reader sends little, and facts are short. */
  private static final String READ_BUFFER = "2048";

  private static final String WRITE_BUFFER = "4096";

  @Bean
  Blocks blocks(MongoDatabase database) {
    return new Blocks(database.getCollection("told"));
  }

  @Bean
  Window window(StreamSettings settings) {
    return new Window(settings.window());
  }

  /** Tokens expire by the world's clock, whatever the county's says. */
  @Bean
  InstantSource worldTime() {
    return InstantSource.system();
  }

  @Bean
  WebMvcConfigurer streaming() {
    return new WebMvcConfigurer() {
      @Override
      public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
        var threads = new SimpleAsyncTaskExecutor("stream-");
        threads.setVirtualThreads(true);
        configurer.setTaskExecutor(threads);
        configurer.setDefaultTimeout(0); // A reader's token is the limit.
      }
    };
  }

  /** Tomcat keeps its buffers as long as a connection lives: two of 8 KB for each who listens. */
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> smallBuffers() {
    return factory ->
        factory.addConnectorCustomizers(connector -> {
          connector.setProperty("socket.appReadBufSize", READ_BUFFER);
          connector.setProperty("socket.appWriteBufSize", WRITE_BUFFER);
        });
  }
}
