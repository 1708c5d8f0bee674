package org.collegium.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class FaultTextsTest {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("messages.import", Locale.ROOT);
    private static final Pattern CALL = Pattern.compile(
            "\\b(?:error|blocking|warning|note)\\(\\s*(?:[^\"();]|\\((?:[^()]|\\([^()]*\\))*\\))*,\\s*\"([a-z0-9-]*[a-z0-9])\""
                    + "|Optional\\.of\\(\"([a-z]+-[a-z-]+)\"\\)");

    @Test
    void everyKindOfFaultHasAReasonAndARemedy() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/collegium"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                if (text.contains("FaultSink") || source.toString().contains("/source/")) {
                    Matcher call = CALL.matcher(text);
                    while (call.find()) {
                        codes.add(call.group(1) == null ? call.group(2) : call.group(1));
                    }
                }
            }
        }
        assertThat(codes)
                .contains("yaml-required", "name-twice", "archive-ratio")
                .hasSizeGreaterThan(40);
        assertThat(codes).allSatisfy(code -> {
            assertThat(TEXTS.containsKey("import." + code + ".reason")).as(code).isTrue();
            assertThat(TEXTS.containsKey("import." + code + ".remedy")).as(code).isTrue();
        });
    }

    @Test
    void everyTextIsAPatternThatCanBeFilled() {
        assertThat(TEXTS.keySet()).allSatisfy(key -> {
            String text = new MessageFormat(TEXTS.getString(key), Locale.ROOT).format(new Object[] {"a", "b", "c"});
            assertThat(text).isNotBlank().doesNotContain("{");
            if (key.endsWith(".reason")) {
                assertThat(TEXTS.containsKey(key.replace(".reason", ".remedy")))
                        .as(key)
                        .isTrue();
            }
        });
    }

    @Test
    void whatComesFromOutsideIsShownWithoutControlCharacters() {
        assertThat(FaultTexts.printable("a\u001b[31mb\u202ec\0")).isEqualTo("a�[31mb�c�");
        assertThat(FaultTexts.printable("x".repeat(500))).hasSize(201);
    }
}
