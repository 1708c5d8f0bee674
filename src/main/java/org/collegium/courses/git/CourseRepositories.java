package org.collegium.courses.git;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.security.KeyPair;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.git.GitBeginnings.Beginning;
import org.collegium.courses.importing.BegunImports;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.collegium.shared.RuleViolation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Connects courses with the Git repositories that they live in, and has them fetched and sent. */
@Service
public class CourseRepositories {

    private final GitRows rows;
    private final GitSecrets secrets;
    private final GitBeginnings beginnings;
    private final GitBeginningKeys keys;
    private final BegunImports imports;
    private final ObjectProvider<SchedulerClient> jobs;
    private final Access access;
    private final Clock clock;

    CourseRepositories(
            GitRows rows,
            GitSecrets secrets,
            GitBeginnings beginnings,
            GitBeginningKeys keys,
            BegunImports imports,
            ObjectProvider<SchedulerClient> jobs,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.beginnings = beginnings;
        this.keys = keys;
        this.imports = imports;
        this.jobs = jobs;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Looks at user name and token before they are given.
     *
     * @throws RuleViolation that names each part which cannot be used
     */
    public static void judge(String user, Optional<String> token) {
        new GitCredentials(user, token.orElse("none"));
    }

    /** How a course is connected, with the job that goes on or went on last; empty where it is not. One query. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public Optional<GitConnection> find(CourseId course) {
        return rows.find(course);
    }

    /**
     * Connects a course, or connects it elsewhere. A token that was given before stays where only branch or folder change;
     * at another server it is forgotten, so that nobody has it sent to one of their own. By SSH the course gets a key instead.
     *
     * @param user of the account on the Git server; by SSH it is in the address
     * @param token a new one; empty keeps the one of before; not by SSH
     * @throws RuleViolation while a job goes on
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public void connect(CourseId course, GitPlace place, String user, Optional<String> token) {
        Optional<GitConnection> before = idle(course);
        String name = new GitCredentials(user, token.orElse("none")).user();
        boolean same =
                before.map(now -> now.place().origin().equals(place.origin())).orElse(false);
        Optional<String> given = token.filter(text -> !place.ssh());
        if (!rows.connect(
                course,
                place,
                place.ssh() ? "" : name,
                given.map(text -> secrets.sealToken(course, text.strip())).orElse(null),
                given.isEmpty() && same)) {
            throw new RuleViolation("courses.git.busy");
        }
        if (!same) {
            key(course, place.ssh());
        }
    }

    private void key(CourseId course, boolean wanted) {
        if (wanted) {
            KeyPair made = DeployKey.make();
            rows.key(course, secrets.sealKey(course, made), DeployKey.line(made.getPublic()), null);
        } else {
            rows.key(course, null, null, null);
        }
    }

    /**
     * Makes another key for SSH; the one of before is forgotten, and the server has to be told of the new one.
     *
     * @throws RuleViolation while a job goes on, and where the course is not connected by SSH
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public void newKey(CourseId course) {
        String host = bySsh(course).hostKey();
        KeyPair made = DeployKey.make();
        rows.key(course, secrets.sealKey(course, made), DeployKey.line(made.getPublic()), host);
    }

    /**
     * Says which key proves that the server is the right one. Where nothing is said, the first that it shows is taken for it.
     *
     * @param key a fingerprint as OpenSSH writes it, or a line with the public key; empty forgets what is known
     * @throws RuleViolation when it is neither, while a job goes on, and where the course is not connected by SSH
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public void knowHost(CourseId course, String key) {
        bySsh(course);
        rows.host(course, key.isBlank() ? null : HostFingerprint.read(key));
    }

    private GitConnection bySsh(CourseId course) {
        return idle(course)
                .filter(now -> now.place().ssh())
                .orElseThrow(() -> new RuleViolation("courses.git.not-connected"));
    }

    /**
     * The public part of the key with which the current person begins courses by SSH, for a repository to let it in. The course takes it along.
     *
     * @return a line as Git servers take it
     */
    @PreAuthorize("@access.mayFor('" + CoursesPermissions.EDIT + "', #partner.value())")
    @Transactional
    public String keyToBeginWith(PartnerId partner) {
        return keys.line(partner, person(), clock.instant());
    }

    private AccountId person() {
        return access.account().orElseThrow(() -> new RuleViolation("courses.git.key.nobody"));
    }

    /**
     * Begins a course, or updates the one that the repository describes, and connects it. It goes on as an import.
     *
     * @return the import
     */
    @PreAuthorize("@access.mayFor('" + CoursesPermissions.EDIT + "', #partner.value())")
    @Transactional
    public UUID beginCourse(PartnerId partner, GitPlace place, String user, Optional<String> token) {
        String name = new GitCredentials(user, token.orElse("none")).user();
        UUID job = imports.begin(partner, GitSource.WAY, place.shown());
        beginnings.add(
                job,
                new Beginning(
                        place,
                        place.ssh() ? "" : name,
                        token.filter(text -> !place.ssh())
                                .map(given -> secrets.sealToken(job, given.strip()))
                                .orElse(null)));
        return job;
    }

    /**
     * Forgets the repository, the token or the key, and the secret. The draft stays as it is.
     *
     * @throws RuleViolation while a job goes on
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public void disconnect(CourseId course) {
        idle(course);
        rows.disconnect(course);
    }

    /**
     * Makes a secret with which the repository may say that it changed; the one of before holds no longer.
     *
     * @return the secret, which cannot be read again
     * @throws RuleViolation where the course is not connected
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public String newSecret(CourseId course) {
        connected(course);
        String secret = GitSecrets.fresh();
        rows.secret(course, secrets.sealSecret(course, secret));
        return secret;
    }

    /** Forgets the secret, so that the repository is no longer listened to. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public void forgetSecret(CourseId course) {
        rows.secret(course, null);
    }

    /**
     * Begins a job, which goes on by itself; {@link #find} says how it stands.
     *
     * @throws RuleViolation where the course is not connected, or another job goes on
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public void begin(CourseId course, GitJob job) {
        connected(course);
        AccountId by = access.actor();
        if (!rows.ask(course, job, by, clock.instant())) {
            throw new RuleViolation("courses.git.busy");
        }
        GitJobs.schedule(jobs, course, clock.instant());
    }

    private GitConnection connected(CourseId course) {
        return rows.find(course).orElseThrow(() -> new RuleViolation("courses.git.not-connected"));
    }

    private Optional<GitConnection> idle(CourseId course) {
        Optional<GitConnection> now = rows.find(course);
        if (now.map(GitConnection::busy).orElse(false)) {
            throw new RuleViolation("courses.git.busy");
        }
        return now;
    }
}
