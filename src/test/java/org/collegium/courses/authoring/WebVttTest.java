package org.collegium.courses.authoring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class WebVttTest {

    private static final String GOOD = """
        WEBVTT - A talk

        NOTE Written by hand

        1
        00:01.000 --> 00:04.000 align:start
        Good morning.

        00:00:05.000 --> 01:00:06.500
        The second hour.
        """;

    @Test
    void captionsAreTaken() {
        assertThatCode(() -> check(GOOD)).doesNotThrowAnyException();
        assertThatCode(() -> check("\uFEFF" + GOOD.replace("\n", "\r\n"))).doesNotThrowAnyException();
    }

    @Test
    void whatBrowsersWouldPassOverIsToldWithItsLine() {
        refused("1\n00:00:01,000 --> 00:00:04,000\nSubRip\n", "captions.head");
        refused("WEBVTT\n\nNothing is said.\n", "captions.none");
        refused(GOOD.replace("00:04.000", "00:04,000"), "captions.time");
        refused(GOOD.replace("00:04.000", "00:01.000"), "captions.order");
        refused(GOOD.replace("00:01.000", "00:61.000"), "captions.time");
    }

    private static void refused(String text, String code) {
        assertThatThrownBy(() -> check(text)).isInstanceOf(RuleViolation.class).hasMessageContaining(code);
    }

    private static void check(String text) {
        WebVtt.check("talk.vtt", text.getBytes(StandardCharsets.UTF_8));
    }
}
