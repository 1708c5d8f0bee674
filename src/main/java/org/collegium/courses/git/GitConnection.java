package org.collegium.courses.git;

import java.time.Instant;
import java.util.Optional;
import org.collegium.courses.CourseId;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * How a course hangs together with a repository. Neither token nor secret is in it.
 *
 * @param user of the account on the Git server
 * @param token whether there is one
 * @param key the public part of the key with which the platform signs in by SSH; null where there is none
 * @param hostKey kind and fingerprint of the key by which the server proves who it is; null while none is known
 * @param webhook whether there is a secret for it
 * @param commit the newest that the draft has, or was sent as; null before the first
 * @param job that goes on, or went on last; null before the first
 * @param askedBy null when the repository asked for it
 * @param endedAt null while it goes on
 */
public record GitConnection(
        CourseId course,
        GitPlace place,
        String user,
        boolean token,
        @Nullable String key,
        @Nullable String hostKey,
        boolean webhook,
        @Nullable String commit,
        @Nullable GitJob job,
        @Nullable Instant askedAt,
        @Nullable AccountId askedBy,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt,
        Optional<GitOutcome> outcome) {

    /** Where the repository says that it changed, behind the address of the platform. */
    public String webhookAddress() {
        return GitWebhookEndpoint.address(course);
    }

    /** Whether a job waits or goes on. */
    public boolean busy() {
        return job != null && endedAt == null;
    }
}
