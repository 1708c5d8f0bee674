package org.collegium.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.collegium.demonstration.Story.Person;
import org.collegium.identity.DemonstrationAccounts;
import org.collegium.identity.DemonstrationAccounts.DemonstrationAccount;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the sign-in page which accounts may be tried, and whether the demonstration is loaded. */
@Configuration
@ConditionalOnBooleanProperty("collegium.demonstration")
class DemonstrationConfiguration {

    /** The password of all invented people; it opens nothing outside a demonstration. */
    static final String PASSWORD = "open-lake-winter";

    private static final Map<String, String> LABELS = Map.of("learner", "identity.role.LEARNER");

    @Bean
    DemonstrationAccounts demonstrationAccounts() throws IOException {
        try (DemonstrationFiles files = DemonstrationFiles.unpack()) {
            Story story = files.story();
            return new DemonstrationAccounts(shown(story)
                    .map(person -> new DemonstrationAccount(
                            label(String.valueOf(person.shown())), person.name(), person.email(), PASSWORD))
                    .toList());
        }
    }

    @Bean
    LoadProgress loadProgress(@Value("${collegium.data}") Path data) {
        return Files.exists(accountsFile(data)) ? LoadProgress.loaded() : LoadProgress.beforeLoading();
    }

    /** The last thing that loading writes. */
    static Path accountsFile(Path data) {
        return data.resolve("demonstration-accounts.txt");
    }

    static Stream<Person> shown(Story story) {
        return Stream.of(story.learners(), story.staff())
                .flatMap(List::stream)
                .filter(person -> person.shown() != null);
    }

    private static String label(String role) {
        return LABELS.getOrDefault(
                role, "identity.role." + role.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
