package org.threefold.oversight.live;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A virtual thread for each reader, for as long as they listen. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

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
}
