package org.collegium.courses.git;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.shared.MasterKey;
import org.springframework.stereotype.Component;

/** Tokens for Git servers and secrets of webhooks, encrypted under the master key, each bound to its course and purpose. */
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

    /** What the server is shown for a course; empty where it has no token. */
    Optional<GitCredentials> credentials(GitConnection connection) {
        return rows.token(connection.course())
                .map(kept -> new GitCredentials(connection.user(), open(token(connection.course()), kept)));
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
        return new GitRows.Sealed(master.encrypt(owner, text.getBytes(StandardCharsets.UTF_8)), master.name());
    }

    private String open(UUID owner, GitRows.Sealed kept) {
        return new String(master.decrypt(owner, kept.bytes(), kept.master()), StandardCharsets.UTF_8);
    }

    private static UUID token(CourseId course) {
        return purpose("git-token/" + course.value());
    }

    private static UUID beginning(UUID job) {
        return purpose("git-begin/" + job);
    }

    private static UUID secret(CourseId course) {
        return purpose("git-webhook/" + course.value());
    }

    private static UUID purpose(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII));
    }
}
