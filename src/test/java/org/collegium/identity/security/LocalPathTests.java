package org.collegium.identity.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class LocalPathTests {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/join/north/first-course", "/courses/a/b?x=1&y=%2F", "/operations/people?q=ada#top"})
    void pathsOnThisPlatformAreFollowed(String path) {
        assertThat(LocalPath.of(path)).contains(new LocalPath(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "join/a/b",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "/a\\b",
                "https://evil.example/",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/\r\nSet-Cookie: a=b",
                "/ a",
                "/a%zz",
                "/ä"
            })
    void nothingElseIs(String path) {
        assertThat(LocalPath.of(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign-in?continue=/", "/sign-up", "/logout", "/forgot", "/reset/abc"})
    void nobodyIsSentBackToSigningIn(String path) {
        assertThat(LocalPath.of(path)).isEmpty();
    }

    @Test
    void aVeryLongPathIsNotFollowed() {
        assertThat(LocalPath.of("/" + "a".repeat(2_000))).isEmpty();
    }

    @Test
    void aPathTravelsAsOneParameter() {
        assertThat(new LocalPath("/courses?q=a&b=c").asQuery()).isEqualTo("?continue=%2Fcourses%3Fq%3Da%26b%3Dc");
    }
}
