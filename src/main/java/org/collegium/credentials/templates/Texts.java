package org.collegium.credentials.templates;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text in several languages.
 *
 * @param byLanguage BCP 47; blank ones are left out
 */
public record Texts(@JsonValue Map<String, String> byLanguage) {

    /** Nothing in any language. */
    public static final Texts NONE = new Texts(Map.of());

    @JsonCreator
    public Texts {
        Map<String, String> said = new LinkedHashMap<>();
        byLanguage.forEach((language, text) -> {
            if (!text.isBlank()) {
                said.put(language, text);
            }
        });
        byLanguage = Map.copyOf(said);
    }

    public static Texts of(String language, String text) {
        return new Texts(Map.of(language, text));
    }

    /** As it stands in a language; empty where it was not translated. */
    public Optional<String> in(String language) {
        return Optional.ofNullable(byLanguage.get(language));
    }

    /** In the first of these languages that has it; empty where none has. */
    public String first(List<String> languages) {
        return languages.stream()
                .flatMap(language -> in(language).stream())
                .findFirst()
                .orElse("");
    }

    public Texts with(String language, String text) {
        Map<String, String> more = new LinkedHashMap<>(byLanguage);
        more.put(language, text);
        return new Texts(more);
    }
}
