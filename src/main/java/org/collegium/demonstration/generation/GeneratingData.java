package org.collegium.demonstration.generation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.collegium.identity.DemonstrationAccounts;
import org.collegium.shared.StartReport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Generates data before the platform answers, once for a data folder, behind the demonstration. It refuses every folder
 * that is not called {@code generated-…}, so that data in use are never touched.
 */
@Component
@ConditionalOnProperty("collegium.generate")
@Order(2)
class GeneratingData implements ApplicationRunner {

    private static final String FOLDER = "generated-";

    private final Generator generator;
    private final JdbcClient database;
    private final DemonstrationAccounts accounts;
    private final Path data;
    private final GenerationRequest request;

    GeneratingData(
            Generator generator,
            JdbcClient database,
            DemonstrationAccounts accounts,
            Clock clock,
            @Value("${collegium.data}") Path data,
            @Value("${collegium.generate}") String request) {
        this.generator = generator;
        this.database = database;
        this.accounts = accounts;
        this.data = data.toAbsolutePath().normalize();
        this.request = GenerationRequest.parse(request, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!data.getFileName().toString().startsWith(FOLDER)) {
            throw new IllegalStateException(
                    "Data are generated only into a folder called " + FOLDER + "…, not " + data);
        }
        Path finished = data.resolve("generated.txt");
        if (Files.exists(finished)) {
            return;
        }
        if (begun()) {
            throw new IllegalStateException(
                    "Generating into " + data + " was interrupted; begin anew with --fresh behind --generate");
        }
        generator.generate(request, accounts.accounts().getFirst().password(), StartReport::step);
        Files.writeString(finished, request + "\n");
    }

    private boolean begun() {
        return database.sql("SELECT EXISTS (SELECT 1 FROM account WHERE email LIKE :pattern)")
                .param("pattern", "author@%.example.org")
                .query(Boolean.class)
                .single();
    }
}
