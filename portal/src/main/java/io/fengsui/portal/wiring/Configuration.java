package io.fengsui.portal.wiring;

import io.fengsui.crawler.database.DatabaseSettings;
import io.fengsui.crawler.fetch.FetchSettings;
import io.fengsui.indexer.engine.EngineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * What the operator set: {@code config/application.yaml} with its profiles, the environment, and what the command line adds,
 * in Spring Boot's order of precedence. Every folder is absolute.
 */
final class Configuration {
  private final Path home;
  private final Settings settings;
  private final Environment environment;

  private Configuration(Path home, Settings settings, Environment environment) {
    this.home = home;
    this.settings = settings;
    this.environment = environment;
  }

  /** For a sub-command: reads the files itself. */
  static Configuration read(Map<String, Object> overrides) {
    ConfigurableEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("command", new HashMap<>(overrides)));
    environment.getPropertySources().addLast(new MapPropertySource("home", defaults(Home.find())));
    ConfigDataEnvironmentPostProcessor.applyTo(environment);
    return of(environment);
  }

  /** For serving: Spring Boot has read the files. */
  static Configuration of(Environment environment) {
    Settings settings = Binder.get(environment).bindOrCreate("fengsui", Settings.class);
    return new Configuration(Home.find(), settings, environment);
  }

  /** Where Spring Boot finds the file. */
  static Map<String, Object> defaults(Path home) {
    return Map.of("spring.config.additional-location", "optional:file:" + home.resolve("config") + "/");
  }

  Settings settings() {
    return settings;
  }

  Path data() {
    return home.resolve(settings.data());
  }

  Path config() {
    return home.resolve(settings.config());
  }

  /** The folder of recordings, null for the live network. */
  @Nullable
  Path replay() {
    Path folder = settings.fetch().replay();
    return folder == null || folder.toString().isEmpty() ? null : home.resolve(folder);
  }

  FetchSettings fetch() {
    return new FetchSettings(settings.fetch().contact(), given(settings.fetch().allow()), settings.fetch().delay(),
        settings.fetch().connectionsPerHost());
  }

  DatabaseSettings database() {
    return new DatabaseSettings(environment.getProperty("spring.datasource.url"),
        environment.getProperty("spring.datasource.username"), environment.getProperty("spring.datasource.password"),
        data(), settings.postgres().port(), settings.postgres().connections());
  }

  EngineSettings engine() {
    Settings.Elasticsearch set = settings.elasticsearch();
    String key = set.apiKey();
    return new EngineSettings(given(set.uris()), key == null || key.isBlank() ? null : key, engineHome(set.home()),
        data(),
        set.port(), set.heap(), set.frugal());
  }

  /** The unpacked engine: as set, beside the jar in the distribution, or where the build unpacks it. */
  private Path engineHome(@Nullable Path set) {
    if (set != null && !set.toString().isEmpty())
      return home.resolve(set);
    return Stream.of(home.resolve("engines"), home.resolve("portal/target/engines")).flatMap(Configuration::engines)
        .findFirst().orElse(home.resolve("engines/elasticsearch"));
  }

  private static Stream<Path> engines(Path folder) {
    if (!Files.isDirectory(folder))
      return Stream.empty();
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(path -> path.getFileName().toString().startsWith("elasticsearch-")).sorted().toList()
          .stream();
    } catch (IOException unreadable) {
      return Stream.empty();
    }
  }

  /** An empty environment variable is an empty element, not an element. */
  private static List<String> given(List<String> values) {
    return values.stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
  }
}
