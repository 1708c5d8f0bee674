package org.collegium.courses.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which Git servers sign what they say, and what is no signature. */
@Tag("attack")
class WebhookSignatureTest {

    private static final String SECRET = "open-lake-winter";
    private static final String BODY = "{\"ref\": \"refs/heads/main\"}";
    private static final String MAC = HexFormat.of().formatHex(WebhookSignature.mac(SECRET, bytes(BODY)));

    @Test
    void theSameMacIsComputedAsByOthers() {
        assertThat(HexFormat.of().formatHex(WebhookSignature.mac("It's a Secret to Everybody", bytes("Hello, World!"))))
                .as("the example in the documentation of GitHub")
                .isEqualTo("757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Hub-Signature-256", "X-Forgejo-Signature", "X-Gitea-Signature"})
    void whatIsSignedWithTheSecretHolds(String header) {
        assertThat(holds(header, MAC, BODY)).isTrue();
        assertThat(holds(header, "sha256=" + MAC, BODY)).isTrue();
        assertThat(holds(header, MAC, BODY + " ")).isFalse();
        assertThat(holds(header, HexFormat.of().formatHex(WebhookSignature.mac("another", bytes(BODY))), BODY))
                .isFalse();
        assertThat(holds(header, MAC.substring(1), BODY)).isFalse();
        assertThat(holds(header, "", BODY)).isFalse();
        assertThat(holds(header, "sha256=", BODY)).isFalse();
    }

    @Test
    void theTokenOfGitLabIsTheSecretItself() {
        assertThat(holds("X-Gitlab-Token", SECRET, BODY)).isTrue();
        assertThat(holds("X-Gitlab-Token", "", BODY)).isFalse();
        assertThat(holds("X-Gitlab-Token", SECRET + " ", BODY)).isFalse();
    }

    @Test
    void aRightSignatureDoesNotMakeUpForAWrongToken() {
        assertThat(WebhookSignature.holds(
                        SECRET, bytes(BODY), Map.of("X-Gitlab-Token", "wrong", "X-Hub-Signature-256", MAC)::get))
                .isFalse();
    }

    @Test
    void withoutAnySignatureNothingHolds() {
        assertThat(WebhookSignature.holds(SECRET, bytes(BODY), name -> null)).isFalse();
    }

    private static boolean holds(String header, String value, String body) {
        return WebhookSignature.holds(SECRET, bytes(body), Map.of(header, value)::get);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
