package org.collegium.courses.git;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a webhook says comes from somebody with the secret: GitHub, Gitea and Forgejo sign the body with HMAC-SHA-256,
 * GitLab sends the secret itself.
 */
final class WebhookSignature {

    private static final String PREFIX = "sha256=";
    private static final List<String> SIGNED =
            List.of("X-Hub-Signature-256", "X-Forgejo-Signature", "X-Gitea-Signature");
    private static final String TOKEN = "X-Gitlab-Token";

    private WebhookSignature() {}

    static boolean holds(String secret, byte[] body, Function<String, @Nullable String> header) {
        String token = header.apply(TOKEN);
        if (token != null) {
            return MessageDigest.isEqual(
                    token.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
        }
        for (String name : SIGNED) {
            String given = header.apply(name);
            if (given != null) {
                String digits = given.startsWith(PREFIX) ? given.substring(PREFIX.length()) : given;
                return MessageDigest.isEqual(
                        digits.getBytes(StandardCharsets.UTF_8),
                        HexFormat.of().formatHex(mac(secret, body)).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return false;
    }

    static byte[] mac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
