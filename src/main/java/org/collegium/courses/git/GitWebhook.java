package org.collegium.courses.git;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.collegium.courses.CourseId;
import org.collegium.shared.NetworkAddress;
import org.collegium.shared.RateLimit;
import org.collegium.shared.RetriedTransactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Listens to repositories that say that they changed, and has the course updated; edits made in Studio are kept. */
@Component
class GitWebhook {

    private static final Logger LOG = LoggerFactory.getLogger(GitWebhook.class);
    private static final int AT_ONCE = 20;
    private static final Duration REFILL = Duration.ofMinutes(10);
    private static final int REMEMBERED = 100_000;

    /** Longer than any server sends the same again by itself. */
    private static final Duration HEARD = Duration.ofDays(7);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final GitRows rows;
    private final GitSecrets secrets;
    private final RetriedTransactions transactions;
    private final ObjectProvider<SchedulerClient> jobs;
    private final Clock clock;
    private final RateLimit<String> requests = new RateLimit<>(AT_ONCE, REFILL, REMEMBERED);

    GitWebhook(
            GitRows rows,
            GitSecrets secrets,
            RetriedTransactions transactions,
            ObjectProvider<SchedulerClient> jobs,
            Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What the repository is answered. */
    enum Answer {
        /** The course is being updated. */
        BEGUN,
        /** It concerns another branch, or nothing changed. */
        NOTHING_TO_DO,
        /** The same was said before. */
        HEARD_BEFORE,
        /** Another job goes on; the server may say it again. */
        BUSY,
        TOO_OFTEN,
        /** There is no such course, it does not listen, or the signature does not hold; which of these is not told. */
        REFUSED
    }

    /**
     * Whether an address said too much that did not hold. It is asked before anything is read, and counts as one more; what holds is given
     * back by {@link #hear}, so that a server of many courses is never too often.
     */
    boolean tooOften(String from) {
        return !requests.take(address(from));
    }

    /** Whoever does not know the secret changes nothing for those who do. */
    Answer hear(CourseId course, byte[] body, String from, Function<String, @Nullable String> header) {
        Optional<String> secret = secrets.webhookSecret(course);
        // Without a course the same work is done, so that the time tells nothing.
        boolean holds = WebhookSignature.holds(secret.orElse("nobody knows this"), body, header);
        Optional<GitConnection> connection = rows.find(course);
        if (secret.isEmpty() || !holds || connection.isEmpty()) {
            return Answer.REFUSED;
        }
        requests.giveBack(address(from));
        if (!concerns(body, connection.get().place().branch())) {
            return Answer.NOTHING_TO_DO;
        }
        if (!requests.take("course " + course)) {
            return Answer.TOO_OFTEN;
        }
        return transactions.run(() -> begin(course, body));
    }

    private static String address(String from) {
        return "address " + NetworkAddress.group(from);
    }

    private Answer begin(CourseId course, byte[] body) {
        Instant now = clock.instant();
        if (rows.find(course).map(GitConnection::busy).orElse(true)) {
            return Answer.BUSY;
        }
        if (!rows.hear(course, sha256(body), now, now.minus(HEARD))) {
            return Answer.HEARD_BEFORE;
        }
        if (!rows.ask(course, new GitJob.Update(false), null, now)) {
            return Answer.BUSY;
        }
        GitJobs.schedule(jobs, course, now);
        LOG.info("The repository of course {} says that it changed", course);
        return Answer.BEGUN;
    }

    /** Whether it says that this branch was pushed to. */
    private static boolean concerns(byte[] body, String branch) {
        try {
            return JSON.readTree(body).path("ref").stringValue("").equals("refs/heads/" + branch);
        } catch (JacksonException malformed) {
            return false;
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
