package org.collegium.demonstration.generation;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Generates what a request asks for, from courses that are published already. */
@Component
class Generator {

    private final JdbcTemplate database;
    private final TransactionTemplate transactions;
    private final Shapes shapes;
    private final JsonMapper json;
    private final PasswordEncoder passwords;

    Generator(
            JdbcTemplate database,
            PlatformTransactionManager transactions,
            Shapes shapes,
            JsonMapper json,
            PasswordEncoder passwords) {
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
        this.shapes = shapes;
        this.json = json;
        this.passwords = passwords;
    }

    /**
     * Generates, and says how far it is.
     *
     * @param password of all generated people
     */
    void generate(GenerationRequest request, String password, Consumer<String> tell) {
        long start = System.nanoTime();
        Plan plan = new Plan(request, Vocabulary.read(), String.valueOf(passwords.encode(password)), tell);
        Tables tables = new Tables(database, transactions);
        GeneratingPeople people = new GeneratingPeople(plan, tables);
        List<Shape> models = shapes.all();
        List<GeneratedPartner> partners = new GeneratingPartners(plan, tables, people).make();
        List<GeneratedCourse> courses =
                new GeneratingCourses(plan, tables, people, json, models, partners, revision()).make();
        new GeneratingStudies(plan, tables, people, json, courses).make();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        tell.accept(String.format(Locale.ROOT, "Generated %,d rows in %d s", tables.written(), took.toSeconds()));
    }

    /** Under which the generated courses are listed. */
    private long revision() {
        database.update("UPDATE catalogue_revision SET revision = revision + 1 WHERE id = 1");
        Long revision = database.queryForObject("SELECT revision FROM catalogue_revision WHERE id = 1", Long.class);
        return revision == null ? 1 : revision;
    }
}
