package io.fengsui.portal.wiring;

import io.fengsui.portal.status.Readiness;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The serving portal. Spring Boot's parts are named one by one: what is not needed does not start. Task execution is needed:
 * without its executor, controllers that block would run on the event loops.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({PropertyPlaceholderAutoConfiguration.class, ConfigurationPropertiesAutoConfiguration.class,
    JacksonAutoConfiguration.class, CodecsAutoConfiguration.class,
    NettyReactiveWebServerAutoConfiguration.class, HttpHandlerAutoConfiguration.class, WebFluxAutoConfiguration.class,
    ErrorWebFluxAutoConfiguration.class, ThymeleafAutoConfiguration.class, TaskExecutionAutoConfiguration.class})
@Import(Beans.class)
public class Serving {
  /**
   * Starts to serve and returns when pages are answered; the engines start beside.
   *
   * @param overrides settings that win over {@code application.yaml}, by their keys
   */
  public static ConfigurableApplicationContext start(String[] args, Map<String, Object> overrides) {
    SpringApplication application = new SpringApplication(Serving.class);
    Map<String, Object> defaults = new HashMap<>(Configuration.defaults(Home.find()));
    defaults.put("spring.threads.virtual.enabled", "true");
    defaults.put("spring.main.banner-mode", "off");
    // A description of a source may have 1 MB, and a form triples what is not ASCII.
    defaults.put("spring.http.codecs.max-in-memory-size", "4MB");
    defaults.put("spring.main.register-shutdown-hook", "true");
    application.setDefaultProperties(defaults);
    application.setEnvironment(environment(overrides));
    return application.run(args);
  }

  /**
   * Waits until both engines can be used.
   *
   * @throws IllegalStateException where one needs an operator, or neither comes within five minutes
   */
  public static void awaitReady(ConfigurableApplicationContext portal) {
    Readiness readiness = portal.getBean(Readiness.class);
    for (long end = System.nanoTime() + Duration.ofMinutes(5).toNanos(); System.nanoTime() < end;) {
      if (readiness.parts().stream().allMatch(part -> part.state() == Readiness.State.READY))
        return;
      pause(readiness);
    }
    throw new IllegalStateException("not ready after five minutes: " + readiness.parts());
  }

  private static void pause(Readiness readiness) {
    try {
      Thread.sleep(100);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException("stopped while waiting for " + readiness.parts(), stopped);
    }
  }

  private static ConfigurableEnvironment environment(Map<String, Object> overrides) {
    ConfigurableEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("overrides", overrides));
    return environment;
  }

  /** The engines start when the pages answer: the first page is not kept waiting by their start. */
  @Bean
  ApplicationRunner engines(Startup startup) {
    return args -> startup.begin();
  }
}
