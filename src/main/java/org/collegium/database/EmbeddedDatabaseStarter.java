package org.collegium.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.collegium.shared.StartReport;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the embedded database before anything else when no {@code spring.datasource.url} is set. One server for each
 * folder in a JVM; it is stopped after the last application context is closed.
 */
final class EmbeddedDatabaseStarter implements EnvironmentPostProcessor, Ordered {

    private static final Map<Path, EmbeddedDatabase> RUNNING = new ConcurrentHashMap<>();

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty("spring.datasource.url")) {
            return;
        }
        Path folder = Path.of(environment.getProperty("collegium.database.folder", "data/mariadb"))
                .toAbsolutePath()
                .normalize();
        String further = environment.getProperty("collegium.database.arguments", "");
        List<String> arguments =
                further.isBlank() ? List.of() : List.of(further.strip().split("\\s+"));
        EmbeddedDatabase database = RUNNING.computeIfAbsent(folder, absent -> startOnce(absent, arguments));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "embeddedDatabase",
                        Map.of(
                                "spring.datasource.url",
                                database.url(),
                                "spring.datasource.username",
                                EmbeddedDatabase.USER,
                                "spring.datasource.password",
                                database.password(),
                                "collegium.database.embedded",
                                true)));
    }

    private static EmbeddedDatabase startOnce(Path folder, List<String> arguments) {
        StartReport.step("Starting the embedded MariaDB");
        EmbeddedDatabase database = EmbeddedDatabase.start(folder, new ArrayList<>(arguments));
        SpringApplication.getShutdownHandlers().add(database::stop);
        return database;
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 10;
    }
}
