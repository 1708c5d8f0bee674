package org.collegium.integrity.trace;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.collegium.assessment.AttemptId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells networks apart within an attempt and nothing else: of the address only the network is taken (24 bits of IPv4, 48 of IPv6),
 * hashed with a key of the platform and the attempt, and of that 16 bits are kept. Each stands for hundreds of networks, so it names
 * none, and the same network has another number in every attempt.
 */
@Component
class Networks {

    private static final String HMAC = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final int V4_BYTES = 4;
    private static final int V4_KEPT = 3;
    private static final int V6_KEPT = 6;

    private final JdbcClient jdbc;
    private volatile byte @Nullable [] secret;

    Networks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param address as the request has it; what is no address is a network of its own */
    int of(AttemptId attempt, @Nullable String address) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret(), HMAC));
            mac.update(attempt.toString().getBytes(StandardCharsets.US_ASCII));
            byte[] hash = mac.doFinal(network(address == null ? "" : address));
            return (hash[0] & 0xFF) << Byte.SIZE | (hash[1] & 0xFF);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] network(String address) {
        try {
            byte[] whole = InetAddress.ofLiteral(address).getAddress();
            return Arrays.copyOf(whole, whole.length == V4_BYTES ? V4_KEPT : V6_KEPT);
        } catch (IllegalArgumentException noAddress) {
            return new byte[0];
        }
    }

    /** Two nodes that need it at once agree on the key that was first. */
    private byte[] secret() {
        byte[] known = secret;
        if (known == null) {
            byte[] fresh = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(fresh);
            jdbc.sql("insert ignore into integrity_key (id, secret) values (1, ?)")
                    .param(fresh)
                    .update();
            known = jdbc.sql("select secret from integrity_key where id = 1")
                    .query((row, number) -> row.getBytes(1))
                    .single();
            secret = known;
        }
        return known;
    }
}
