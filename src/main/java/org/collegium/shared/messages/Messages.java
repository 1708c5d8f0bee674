package org.collegium.shared.messages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.collegium.shared.Percents;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The texts of all modules: {@code messages/<module>.properties} in English, {@code messages/<module>_<language>.properties}
 * in others. A key that a language lacks is answered in English. A language that has every text is one of the platform's; one that
 * has some files only is spoken by the pages that say so.
 */
@Component("messageSource")
public class Messages extends AbstractMessageSource {

    private static final String ENGLISH = "en";
    private static final String PERCENT = "number,percent";

    private final Map<String, Map<String, String>> textsByLanguage = new HashMap<>();
    private final Map<String, Set<String>> languagesOfFile = new HashMap<>();

    /** How texts are shown that take no arguments; most of what a page says. */
    private final Map<String, String> plain = new ConcurrentHashMap<>();

    Messages() {
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                read(file);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException("The texts could not be read", exception);
        }
    }

    /** The languages in which there is every text; English first. */
    public List<Locale> languages() {
        int all = textsByLanguage.getOrDefault(ENGLISH, Map.of()).size();
        return inOrder(textsByLanguage.entrySet().stream()
                .filter(language -> language.getValue().size() == all)
                .map(Map.Entry::getKey));
    }

    /**
     * The languages in which a file has its texts; English first.
     *
     * @param file its name without an ending, for instance {@code credentials-verify}
     */
    public List<Locale> languages(String file) {
        return inOrder(languagesOfFile.getOrDefault(file, Set.of(ENGLISH)).stream());
    }

    private static List<Locale> inOrder(Stream<String> languages) {
        return languages
                .sorted((one, other) -> one.equals(ENGLISH) ? -1 : other.equals(ENGLISH) ? 1 : one.compareTo(other))
                .map(Locale::forLanguageTag)
                .toList();
    }

    /** Whether there is an English text for the key. */
    public boolean knows(String key) {
        return textsByLanguage.getOrDefault(ENGLISH, Map.of()).containsKey(key);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        String text = text(code, locale);
        return text == null ? null : format(text, locale);
    }

    /** Percentages have the places that they have elsewhere. */
    private static MessageFormat format(String text, Locale locale) {
        MessageFormat format = new MessageFormat(text, locale);
        if (text.contains(PERCENT)) {
            Format[] parts = format.getFormats();
            for (int i = 0; i < parts.length; i++) {
                if (parts[i] instanceof DecimalFormat number && number.getMultiplier() == 100) {
                    format.setFormat(i, Percents.places(number));
                }
            }
        }
        return format;
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        String text = text(code, locale);
        return text == null ? null : plain.computeIfAbsent(text, Messages::withoutArguments);
    }

    /** Without arguments nothing in it depends on the language. */
    private static String withoutArguments(String text) {
        return new MessageFormat(text, Locale.ROOT).format(new Object[0]);
    }

    private @Nullable String text(String code, Locale locale) {
        String text =
                textsByLanguage.getOrDefault(locale.getLanguage(), Map.of()).get(code);
        return text != null
                ? text
                : textsByLanguage.getOrDefault(ENGLISH, Map.of()).get(code);
    }

    private void read(Resource file) throws IOException {
        String name = String.valueOf(file.getFilename()).replace(".properties", "");
        int underscore = name.indexOf('_');
        String module = underscore < 0 ? name : name.substring(0, underscore);
        String language = underscore < 0 ? ENGLISH : name.substring(underscore + 1);
        languagesOfFile.computeIfAbsent(module, absent -> new HashSet<>()).add(language);
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> texts = textsByLanguage.computeIfAbsent(language, absent -> new HashMap<>());
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    }
}
