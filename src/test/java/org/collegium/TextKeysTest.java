package org.collegium;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every text that the code asks for exists, every text that exists is asked for, and all languages have the same. */
@Tag("unit")
class TextKeysTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern LANGUAGE = Pattern.compile("(.+?)_([A-Za-z-]+)\\.properties");
    private static final Pattern LITERAL = Pattern.compile("[\"'`|]([a-z][a-z0-9]*(?:[.-][A-Za-z0-9_]+)+)[\"'`|]");
    private static final String OF_A_RULE = "\\.that\\((?:[^\";]|\"[^\"]*\")*?,\\s*|atMost\\(\\s*rules,\\s*";

    private static final Pattern ASKED_IN_CODE = Pattern.compile("(?:(?:getTranslation|RuleViolation)\\(\\s*|"
            + OF_A_RULE + ")\"([a-z][a-zA-Z0-9_.-]*[a-zA-Z0-9_])\"\\s*[,)]");
    private static final Pattern ASKED_IN_PAGE = Pattern.compile("#\\{([a-z][a-zA-Z0-9_.-]*)[}(]");
    private static final Pattern BEGINNING =
            Pattern.compile("[\"'`|(]([a-z][a-zA-Z0-9-]*\\.(?:[a-zA-Z0-9_.-]*[.-])?)(?:[\"'`]|\\$\\{|%s)");
    private static final Pattern CODE = Pattern.compile("[\"']([a-z][a-z0-9-]*)[\"']|\"(-[a-z-]+)\"");

    private static final Pattern FAULT =
            Pattern.compile("(?:import|content\\.fault)\\.([a-z0-9-]+)\\.(?:reason|message|remedy)");

    private final Map<String, String> sources = sources();
    private final Map<String, Properties> files = files();

    @Test
    void everyKeyThatTheCodeAsksForExists() {
        Set<String> known = keys();
        Set<String> missing = new TreeSet<>();
        sources.forEach((file, text) -> {
            Pattern asked = file.endsWith(".html") || file.endsWith(".txt") ? ASKED_IN_PAGE : ASKED_IN_CODE;
            asked.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !known.contains(key))
                    .forEach(key -> missing.add(key + " in " + file));
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void everyKeyThatExistsIsAskedFor() {
        Set<String> literals = all(LITERAL);
        literals.addAll(all(ASKED_IN_PAGE));
        Set<String> beginnings = all(BEGINNING);
        assertThat(literals).hasSizeGreaterThan(300);
        assertThat(keys().stream()
                        .filter(key -> !literals.contains(key) && !literals.contains(group(key)))
                        .filter(key -> beginnings.stream().noneMatch(key::startsWith)))
                .as("keys that nothing asks for")
                .isEmpty();
    }

    /** Parts of one thing, such as the title and the text of an empty list, are asked for by the name of the thing. */
    private static String group(String key) {
        return key.substring(0, key.lastIndexOf('.'));
    }

    /** The texts of faults are found by the code of the fault, which the code base must know. */
    @Test
    void everyTextOfAFaultBelongsToAFaultThatIsReported() {
        Set<String> codes = all(CODE);
        assertThat(keys().stream()
                        .map(FAULT::matcher)
                        .filter(Matcher::matches)
                        .map(fault -> fault.group(1))
                        .distinct()
                        .filter(code -> !known(codes, code)))
                .as("faults that nothing reports")
                .isEmpty();
    }

    private static boolean known(Set<String> codes, String code) {
        return codes.contains(code)
                || codes.stream().anyMatch(beginning -> beginning.endsWith("-") && code.startsWith(beginning))
                || codes.stream()
                        .filter(ending -> ending.startsWith("-") && code.endsWith(ending))
                        .anyMatch(ending -> codes.contains(code.substring(0, code.length() - ending.length())));
    }

    @Test
    void everyLanguageOfAFileHasTheSameKeysAsEnglish() {
        files.forEach((name, texts) -> {
            var language = LANGUAGE.matcher(name);
            if (language.matches()) {
                assertThat(texts.stringPropertyNames())
                        .as(name)
                        .isEqualTo(file(language.group(1) + ".properties").stringPropertyNames());
            }
        });
    }

    @Test
    void noTextIsEmptyAndNoKeyIsInTwoFiles() {
        List<String> english = files.entrySet().stream()
                .filter(file -> !LANGUAGE.matcher(file.getKey()).matches())
                .flatMap(file -> file.getValue().stringPropertyNames().stream())
                .toList();
        assertThat(english).doesNotHaveDuplicates();
        files.values()
                .forEach(texts -> assertThat(texts.values())
                        .allSatisfy(text -> assertThat((String) text).isNotBlank()));
    }

    /** A single straight apostrophe begins a quotation and is swallowed; texts write the curved one. */
    @Test
    void noTextHasAnApostropheThatIsSwallowed() {
        Pattern swallowed = Pattern.compile("(?<=\\p{L})'(?=\\p{L})");
        files.forEach((name, texts) -> texts.forEach(
                (key, text) -> assertThat(swallowed.matcher((String) text).find())
                        .as(name + ": " + key)
                        .isFalse()));
    }

    private Properties file(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    private Set<String> keys() {
        return files.values().stream()
                .flatMap(texts -> texts.stringPropertyNames().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> all(Pattern pattern) {
        Set<String> found = new TreeSet<>();
        sources.values()
                .forEach(text -> pattern.matcher(text)
                        .results()
                        .forEach(match -> found.add(
                                match.groupCount() > 1 && match.group(1) == null ? match.group(2) : match.group(1))));
        return found;
    }

    private static Map<String, String> sources() {
        Map<String, String> texts = new TreeMap<>();
        for (String folder : List.of("src/main/java", "src/main/resources/templates")) {
            for (Path file : walk(Path.of(folder))) {
                try {
                    texts.put(file.toString(), Files.readString(file));
                } catch (IOException exception) {
                    throw new UncheckedIOException(exception);
                }
            }
        }
        return texts;
    }

    private static Map<String, Properties> files() {
        Map<String, Properties> found = new TreeMap<>();
        for (Path file : walk(MESSAGES)) {
            Properties texts = new OnceEach(file);
            try (Reader reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            } catch (IOException exception) {
                throw new UncheckedIOException(exception);
            }
            found.put(file.getFileName().toString(), texts);
        }
        return found;
    }

    /** A second text of a key would be shown in place of the first one. */
    private static final class OnceEach extends Properties {

        private final transient Path file;

        OnceEach(Path file) {
            this.file = file;
        }

        @Override
        public synchronized @Nullable Object put(Object key, Object text) {
            assertThat(containsKey(key)).as(file + " has twice " + key).isFalse();
            return super.put(key, text);
        }
    }

    private static List<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
