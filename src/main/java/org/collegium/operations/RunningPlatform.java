package org.collegium.operations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The platform that runs over a data folder, as commands on the same machine reach it. */
record RunningPlatform(String address, String token) {

    /** Empty when none has said that it runs. */
    static Optional<RunningPlatform> over(Path data) throws IOException {
        Path address = data.resolve(OperatorAddress.FILE);
        Path token = data.resolve(OperatorToken.FILE);
        return Files.exists(address) && Files.exists(token)
                ? Optional.of(new RunningPlatform(
                        Files.readString(address).strip(),
                        Files.readString(token).strip()))
                : Optional.empty();
    }

    /** A request to an address below {@code /operator/}, with its query. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + "/operator/" + path))
                .header("Authorization", "Bearer " + token);
    }

    /**
     * Does something where none runs: with what is needed of the application, which takes no requests and no jobs.
     *
     * @param settings further settings
     */
    static <T> T byItself(
            Class<?> application, Path data, List<String> settings, Function<ApplicationContext, T> work) {
        List<String> all = new ArrayList<>(settings);
        all.addAll(List.of(
                "--collegium.data=" + data,
                "--db-scheduler.enabled=false",
                "--logging.level.root=error",
                "--server.port=-1",
                "--spring.main.lazy-initialization=true"));
        LoggingSystem.get(RunningPlatform.class.getClassLoader())
                .setLogLevel(SpringApplication.class.getName(), LogLevel.OFF);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(all.toArray(String[]::new))) {
            return work.apply(context);
        }
    }
}
