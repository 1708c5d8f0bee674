package org.collegium.demonstration.generation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** The words of which names and titles are made; {@code demo/vocabulary.yaml} explains them. */
record Vocabulary(
        List<String> givenNames,
        List<String> familyNames,
        List<String> places,
        List<Organisation> organisations,
        Map<String, Language> languages) {

    private static final String FILE = "/demo/vocabulary.yaml";

    /** A kind of partner and how one is called. */
    record Organisation(String kind, String name, String country, String description) {}

    /** How courses of a language are called; {@code {subject}}, {@code {Subject}} and {@code {setting}} are replaced. */
    record Language(List<Subject> subjects, List<String> settings, List<String> titles, List<String> summaries) {}

    /** What a course may be about, with its topics. */
    record Subject(String name, List<String> topics) {}

    static Vocabulary read() {
        try (InputStream file = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(FILE))) {
            Object read = new Load(LoadSettings.builder().build()).loadFromInputStream(file);
            return JsonMapper.builder().build().convertValue(read, Vocabulary.class);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** The words of a language, English where it has none of its own. */
    Language language(String tag) {
        Language known = languages.get(tag);
        return known != null ? known : Objects.requireNonNull(languages.get("en"));
    }
}
