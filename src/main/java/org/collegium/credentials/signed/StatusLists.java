package org.collegium.credentials.signed;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.collegium.credentials.CertificateId;
import org.collegium.credentials.keys.Issuer;
import org.collegium.credentials.keys.KeyDeed;
import org.collegium.credentials.keys.Signing;
import org.collegium.credentials.proof.Contexts;
import org.collegium.credentials.proof.CredentialToken;
import org.collegium.credentials.proof.DataIntegrity;
import org.collegium.shared.Unguarded;
import org.springframework.stereotype.Component;

/**
 * The status of certificates as Bitstring Status Lists (W3C): one bit for each at a place that tells nothing, since it is
 * chosen by chance; revoked and suspended in two lists with the same places.
 */
@Component
@Unguarded("called when a certificate is issued by somebody who may, and for anybody who verifies one")
class StatusLists {

    static final int LENGTH = 131_072;

    /** So many places in a row are taken when a list is well filled; then another one is begun. */
    private static final int TRIES = 8;

    /** A list says until when it may be believed, so that nobody shows an old one. */
    private static final Duration BELIEVED = Duration.ofDays(7);

    /** For those whose clocks are behind. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private static final Duration SIGNED_ANEW = Duration.ofDays(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final StatusRows rows;
    private final Signing signing;
    private final IssuerNames names;
    private final DataIntegrity proofs;
    private final Clock clock;

    StatusLists(StatusRows rows, Signing signing, IssuerNames names, DataIntegrity proofs, Clock clock) {
        this.rows = rows;
        this.signing = signing;
        this.names = names;
        this.proofs = proofs;
        this.clock = clock;
    }

    /** The place of a certificate, chosen now if it has none. */
    StatusRows.Place place(CertificateId certificate, Issuer issuer) {
        return rows.place(certificate).orElseGet(() -> {
            UUID list = rows.newestList(issuer).orElseGet(() -> rows.open(issuer, clock.instant()));
            for (int tried = 0; tried < TRIES; tried++) {
                StatusRows.Place place = new StatusRows.Place(list, RANDOM.nextInt(LENGTH));
                if (rows.take(certificate, place)) {
                    return place;
                }
            }
            StatusRows.Place first = new StatusRows.Place(rows.open(issuer, clock.instant()), RANDOM.nextInt(LENGTH));
            rows.take(certificate, first);
            return first;
        });
    }

    /** The two entries in which a certificate says where its status stands. */
    JsonArray entries(StatusRows.Place place) {
        var entries = Json.createArrayBuilder();
        for (StatusPurpose purpose : StatusPurpose.values()) {
            String list = address(place.list(), purpose);
            entries.add(Json.createObjectBuilder()
                    .add("id", list + "#" + place.position())
                    .add("type", "BitstringStatusListEntry")
                    .add("statusPurpose", purpose.word())
                    .add("statusListIndex", Integer.toString(place.position()))
                    .add("statusListCredential", list));
        }
        return entries.build();
    }

    /** The list as it is now, signed; three queries while nothing changes. */
    Optional<StatusRows.Signed> signed(UUID list, StatusPurpose purpose) {
        return rows.issuer(list).map(issuer -> {
            String content = encoded(rows.set(list, purpose));
            Instant now = clock.instant();
            String hash = sha256(content);
            return rows.signed(list, purpose)
                    .filter(last -> last.content().equals(hash)
                            && last.at().plus(SIGNED_ANEW).isAfter(now))
                    .orElseGet(() -> sign(issuer, list, purpose, content, now));
        });
    }

    private StatusRows.Signed sign(Issuer issuer, UUID list, StatusPurpose purpose, String content, Instant now) {
        return signing.sign(issuer, KeyDeed.Kind.SIGNED_STATUS_LIST, list, pen -> {
            String name = names.name(issuer, pen.key().publicKey())
                    .orElseThrow(() -> new IllegalStateException("A list of a partner that is none"));
            String method = IssuerNames.method(name, pen.key().publicKey());
            JsonObject statement = statement(name, address(list, purpose), purpose, content, now);
            StatusRows.Signed signed = new StatusRows.Signed(
                    sha256(content),
                    proofs.sign(statement, pen.privateKey(), method, now).toString(),
                    CredentialToken.sign(statement, pen.privateKey(), method, name, now.minus(SLACK)),
                    now);
            rows.keep(list, purpose, signed, pen.key().id());
            return signed;
        });
    }

    private static JsonObject statement(
            String issuer, String address, StatusPurpose purpose, String content, Instant now) {
        Instant from = now.minus(SLACK).truncatedTo(ChronoUnit.SECONDS);
        return Json.createObjectBuilder()
                .add("@context", Json.createArrayBuilder().add(Contexts.CREDENTIALS))
                .add("id", address)
                .add(
                        "type",
                        Json.createArrayBuilder().add("VerifiableCredential").add("BitstringStatusListCredential"))
                .add("issuer", issuer)
                .add("validFrom", from.toString())
                .add("validUntil", from.plus(BELIEVED).toString())
                .add(
                        "credentialSubject",
                        Json.createObjectBuilder()
                                .add("id", address + "#list")
                                .add("type", "BitstringStatusList")
                                .add("statusPurpose", purpose.word())
                                .add("encodedList", content))
                .build();
    }

    private String address(UUID list, StatusPurpose purpose) {
        return names.at("/status-lists/" + list + "/" + purpose.word());
    }

    /** The list as the standard has it: the first bit is the highest of the first byte; GZIP, then base 64 for addresses. */
    static String encoded(List<Integer> set) {
        byte[] bits = new byte[LENGTH / Byte.SIZE];
        set.forEach(place -> bits[place / Byte.SIZE] |= (byte) (0x80 >> place % Byte.SIZE));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(bits);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
