package org.collegium.courses.git;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.collegium.shared.MasterKey;
import org.springframework.stereotype.Component;

/** Tokens and keys for Git servers and secrets of webhooks, encrypted under the master key, each bound to its course and purpose. */
@Component
class GitSecrets {

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MasterKey master;
    private final GitRows rows;

    GitSecrets(MasterKey master, GitRows rows) {
        this.master = master;
        this.rows = rows;
    }

    GitRows.Sealed sealToken(CourseId course, String token) {
        return seal(token(course), token);
    }

    GitRows.Sealed sealSecret(CourseId course, String secret) {
        return seal(secret(course), secret);
    }

    /** For an import that begins a course, which has none yet. */
    GitRows.Sealed sealToken(UUID job, String token) {
        return seal(beginning(job), token);
    }

    String token(UUID job, GitRows.Sealed kept) {
        return open(beginning(job), kept);
    }

    /** The private part of a key for SSH. */
    GitRows.Sealed sealKey(CourseId course, KeyPair key) {
        return seal(key(course), key.getPrivate().getEncoded());
    }

    /** For the courses that somebody begins for a partner. */
    GitRows.Sealed sealKey(PartnerId partner, AccountId person, KeyPair key) {
        return seal(key(partner, person), key.getPrivate().getEncoded());
    }

    KeyPair key(PartnerId partner, AccountId person, GitRows.Sealed kept, String line) {
        return DeployKey.read(decrypt(key(partner, person), kept), line);
    }

    /** What the server is shown for a course; empty where it has neither token nor key. */
    Optional<? extends GitSignIn> credentials(GitConnection connection) {
        CourseId course = connection.course();
        if (!connection.place().ssh()) {
            return rows.token(course).map(kept -> new GitCredentials(connection.user(), open(token(course), kept)));
        }
        String line = connection.key();
        return line == null
                ? Optional.empty()
                : rows.key(course)
                        .map(kept -> new DeployKey(
                                DeployKey.read(decrypt(key(course), kept), line),
                                shown -> HostFingerprint.same(rows.met(course, shown), shown)));
    }

    Optional<String> webhookSecret(CourseId course) {
        return rows.secret(course).map(kept -> open(secret(course), kept));
    }

    /** One that nobody can guess. */
    static String fresh() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private GitRows.Sealed seal(UUID owner, String text) {
        return seal(owner, text.getBytes(StandardCharsets.UTF_8));
    }

    private GitRows.Sealed seal(UUID owner, byte[] secret) {
        return new GitRows.Sealed(master.encrypt(owner, secret), master.name());
    }

    private String open(UUID owner, GitRows.Sealed kept) {
        return new String(decrypt(owner, kept), StandardCharsets.UTF_8);
    }

    private byte[] decrypt(UUID owner, GitRows.Sealed kept) {
        return master.decrypt(owner, kept.bytes(), kept.master());
    }

    static UUID key(CourseId course) {
        return purpose("git-key/" + course.value());
    }

    static UUID key(PartnerId partner, AccountId person) {
        return purpose("git-begin-key/" + partner.value() + "/" + person.value());
    }

    static UUID token(CourseId course) {
        return purpose("git-token/" + course.value());
    }

    static UUID beginning(UUID job) {
        return purpose("git-begin/" + job);
    }

    static UUID secret(CourseId course) {
        return purpose("git-webhook/" + course.value());
    }

    private static UUID purpose(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII));
    }
}
