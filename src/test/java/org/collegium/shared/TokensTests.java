package org.collegium.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("unit")
class TokensTests {

    private static final double TEXT = 4.5;
    private static final double GRAPHICS = 3;
    private static final Pattern PAIR = Pattern.compile(
            "--c-([a-z-]+): light-dark\\(oklch\\(([0-9.]+) ([0-9.]+) ([0-9.]+)\\), oklch\\(([0-9.]+) ([0-9.]+) ([0-9.]+)\\)\\);");
    private static final Map<String, Pair> TOKENS = read();

    record Pair(Oklch light, Oklch dark) {}

    record Use(String foreground, String background, double contrast) {}

    static Stream<Use> uses() {
        Stream<Use> onEveryGround = Stream.of("background", "surface", "surface-sunken")
                .flatMap(ground -> Stream.concat(
                        Stream.of("text", "text-muted", "pine", "pine-strong", "saffron-strong", "amber", "red")
                                .map(text -> new Use(text, ground, TEXT)),
                        Stream.of("border-strong", "focus").map(line -> new Use(line, ground, GRAPHICS))));
        Stream<Use> onSoftGrounds = Stream.of("pine", "saffron", "amber", "red")
                .flatMap(colour -> Stream.of(
                        new Use(colour.equals("saffron") ? "saffron-strong" : colour, colour + "-soft", TEXT),
                        new Use("text", colour + "-soft", TEXT),
                        new Use("text-muted", colour + "-soft", TEXT)));
        Stream<Use> onPine = Stream.of(
                new Use("on-pine", "pine", TEXT),
                new Use("on-pine", "pine-strong", TEXT),
                new Use("pine-strong", "pine-soft", TEXT),
                new Use("text", "selection", TEXT));
        return Stream.of(onEveryGround, onSoftGrounds, onPine).flatMap(uses -> uses);
    }

    @ParameterizedTest
    @MethodSource("uses")
    void whatIsReadStandsOutInBothSchemes(Use use) {
        Pair foreground = token(use.foreground());
        Pair background = token(use.background());

        assertThat(foreground.light().contrast(background.light())).as("light").isGreaterThanOrEqualTo(use.contrast());
        assertThat(foreground.dark().contrast(background.dark())).as("dark").isGreaterThanOrEqualTo(use.contrast());
    }

    @Test
    void neutralsAreWarmAndQuiet() {
        for (String neutral :
                new String[] {"text", "text-muted", "background", "surface", "surface-sunken", "border"}) {
            assertThat(token(neutral).light().hue()).isEqualTo(90);
            assertThat(token(neutral).light().chroma()).isLessThanOrEqualTo(0.01);
            assertThat(token(neutral).dark().chroma()).isLessThanOrEqualTo(0.01);
        }
    }

    @Test
    void auraIsGivenTheColoursOfTheTokens() throws IOException {
        String aura = Files.readString(Path.of("frontend/styles/aura.css"));

        assertThat(aura)
                .contains("--aura-background-color-light: oklch(0.982 0.004 90)")
                .contains("--aura-background-color-dark: oklch(0.185 0.006 90)")
                .contains("--aura-accent-color-light: oklch(0.45 0.09 165)")
                .contains("--aura-accent-color-dark: oklch(0.76 0.1 165)");
        assertThat(token("background").light()).isEqualTo(new Oklch(0.982, 0.004, 90));
        assertThat(token("background").dark()).isEqualTo(new Oklch(0.185, 0.006, 90));
        assertThat(token("pine").light()).isEqualTo(new Oklch(0.45, 0.09, 165));
        assertThat(token("pine").dark()).isEqualTo(new Oklch(0.76, 0.1, 165));
    }

    private static Pair token(String name) {
        return Objects.requireNonNull(TOKENS.get(name), () -> "--c-" + name);
    }

    private static Map<String, Pair> read() {
        try {
            Matcher matcher = PAIR.matcher(Files.readString(Path.of("frontend/styles/tokens.css")));
            Map<String, Pair> tokens = new HashMap<>();
            while (matcher.find()) {
                tokens.put(matcher.group(1), new Pair(colour(matcher, 2), colour(matcher, 5)));
            }
            return tokens;
        } catch (IOException exception) {
            throw new java.io.UncheckedIOException(exception);
        }
    }

    private static Oklch colour(Matcher matcher, int group) {
        return new Oklch(
                Double.parseDouble(matcher.group(group)),
                Double.parseDouble(matcher.group(group + 1)),
                Double.parseDouble(matcher.group(group + 2)));
    }
}
