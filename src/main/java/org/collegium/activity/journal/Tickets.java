package org.collegium.activity.journal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes and reads tickets: JSON Web Tokens (RFC 7519) with HMAC-SHA256, signed with a key that is in the database, so that
 * each node takes what another one gave.
 */
@Component
class Tickets {

    private static final Duration LIFE = Duration.ofDays(14);
    private static final String AUDIENCE = "work-journal";
    private static final int SECRET_BYTES = 32;

    private final JdbcClient jdbc;
    private volatile byte @Nullable [] secret;

    Tickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    WorkTicket issue(WorkRows.Work work, Instant now) {
        Instant until = now.plus(LIFE);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .audience(AUDIENCE)
                .subject(work.owner().toString())
                .jwtID(work.id().toString())
                .expirationTime(Date.from(until))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(secret()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new WorkTicket(work.id(), token.serialize(), until);
    }

    /** The work that a token names; empty when the token is not ours, was changed, or has ended. */
    Optional<WorkId> read(String token, Instant now) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            if (!JWSAlgorithm.HS256.equals(signed.getHeader().getAlgorithm())
                    || !signed.verify(new MACVerifier(secret()))) {
                return Optional.empty();
            }
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            Date end = claims.getExpirationTime();
            String work = claims.getJWTID();
            if (end == null || work == null || !claims.getAudience().contains(AUDIENCE)) {
                return Optional.empty();
            }
            return end.toInstant().isBefore(now) ? Optional.empty() : Optional.of(new WorkId(UUID.fromString(work)));
        } catch (ParseException | JOSEException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Two nodes that start at once agree on the key that was first. */
    private byte[] secret() {
        byte[] known = secret;
        if (known == null) {
            byte[] fresh = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(fresh);
            jdbc.sql("insert ignore into work_ticket_key (id, secret) values (1, ?)")
                    .param(fresh)
                    .update();
            known = jdbc.sql("select secret from work_ticket_key where id = 1")
                    .query((row, number) -> row.getBytes(1))
                    .single();
            secret = known;
        }
        return known;
    }
}
