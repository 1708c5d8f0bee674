package org.collegium.courses.git;

import java.io.IOException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.collegium.courses.CourseId;
import org.collegium.courses.ImportCounts;
import org.collegium.courses.ImportPhase;
import org.collegium.courses.ImportReport;
import org.collegium.courses.ImportResult;
import org.collegium.courses.ImportWatch;
import org.collegium.courses.ImportingCourses;
import org.collegium.courses.SourceCommit;
import org.collegium.courses.SourceOrigin;
import org.collegium.courses.git.GitBeginnings.Beginning;
import org.collegium.courses.git.GitFailure.Reason;
import org.collegium.courses.importing.ImportEnd;
import org.collegium.courses.importing.ImportFailure;
import org.collegium.courses.importing.ImportJob;
import org.collegium.courses.importing.ImportSource;
import org.springframework.stereotype.Component;

/** A repository from which a course begins. The course is connected with it in the transaction that makes it. */
@Component
final class GitSource implements ImportSource {

    static final String WAY = "GIT";

    /** A key may have to be let in by somebody else. */
    private static final Duration KEYS_STAY = Duration.ofDays(30);

    private static final Set<Reason> FOR_GOOD = Set.of(
            Reason.CREDENTIALS,
            Reason.PRIVATE,
            Reason.UNKNOWN_HOST,
            Reason.CERTIFICATE,
            Reason.REDIRECTED,
            Reason.NO_REPOSITORY,
            Reason.NO_BRANCH,
            Reason.NO_FOLDER,
            Reason.TOO_LARGE);

    private final GitServers servers;
    private final GitBeginnings beginnings;
    private final GitRows rows;
    private final GitSecrets secrets;
    private final GitBeginningKeys keys;
    private final ImportingCourses importing;

    GitSource(
            GitServers servers,
            GitBeginnings beginnings,
            GitRows rows,
            GitSecrets secrets,
            GitBeginningKeys keys,
            ImportingCourses importing) {
        this.servers = servers;
        this.beginnings = beginnings;
        this.rows = rows;
        this.secrets = secrets;
        this.keys = keys;
        this.importing = importing;
    }

    @Override
    public String way() {
        return WAY;
    }

    @Override
    public ImportResult run(ImportJob job, ImportWatch watch) {
        Beginning from = beginnings.find(job.id()).orElseThrow(() -> new ImportFailure("LOST", job.name()));
        Optional<KeyPair> key = from.place().ssh() ? key(job) : Optional.empty();
        AtomicBoolean wanted = new AtomicBoolean(true);
        watch.enters(ImportPhase.FETCHING);
        GitProgress progress = (done, total) -> {
            wanted.set(watch.goOn("", done, total));
            return wanted.get();
        };
        try (FetchedBranch fetched = servers.fetch(from.place(), signIn(job, from, key), progress)) {
            SourceOrigin origin = new SourceOrigin(from.place().address(), fetched.commit());
            return importing.importNew(
                    job.partner(),
                    new SourceCommit(fetched.files(), origin),
                    job.edits(),
                    new Connecting(watch, job, from, key, fetched.commit()));
        } catch (GitFailure failure) {
            if (!wanted.get()) {
                return new ImportResult.Cancelled(new ImportReport(List.of(), ImportCounts.NONE));
            }
            throw told(failure);
        } catch (IOException unreadable) {
            throw told(new GitFailure(Reason.BROKEN));
        }
    }

    private Optional<KeyPair> key(ImportJob job) {
        return Optional.ofNullable(job.begunBy()).flatMap(person -> keys.find(job.partner(), person));
    }

    private Optional<? extends GitSignIn> signIn(ImportJob job, Beginning from, Optional<KeyPair> key) {
        if (from.place().ssh()) {
            return key.map(pair ->
                    new DeployKey(pair, shown -> HostFingerprint.same(beginnings.met(job.id(), shown), shown)));
        }
        return Optional.ofNullable(from.token())
                .map(token -> new GitCredentials(from.user(), secrets.token(job.id(), token)));
    }

    private static ImportFailure told(GitFailure failure) {
        return new ImportFailure(failed(failure.reason()), String.join(", ", failure.arguments()));
    }

    @Override
    public boolean there(ImportJob job) {
        return beginnings.find(job.id()).isPresent();
    }

    @Override
    public void ended(ImportJob job, ImportEnd end) {
        if (!end.again() || (end == ImportEnd.FAILED && isForGood(String.valueOf(job.failure())))) {
            beginnings.remove(job.id());
        }
    }

    /** A try with the same address and the same token would end the same way. */
    private static boolean isForGood(String failure) {
        return FOR_GOOD.stream().anyMatch(reason -> failure.equals(failed(reason)));
    }

    private static String failed(Reason reason) {
        return WAY + "_" + reason;
    }

    @Override
    public void forget(Instant before) {
        beginnings.forget(before);
        keys.forget(before.minus(KEYS_STAY));
    }

    /** Connects the course when it is kept; one that is connected already stays as it is. */
    private final class Connecting extends ImportWatch.Passed {

        private final ImportJob job;
        private final Beginning from;
        private final Optional<KeyPair> key;
        private final String commit;

        Connecting(ImportWatch watch, ImportJob job, Beginning from, Optional<KeyPair> key, String commit) {
            super(watch);
            this.job = job;
            this.from = from;
            this.key = key;
            this.commit = commit;
        }

        @Override
        public void kept(ImportResult result) {
            Optional<CourseId> course = switch (result) {
                case ImportResult.Created created -> Optional.of(created.course());
                case ImportResult.Updated updated -> Optional.of(updated.course());
                case ImportResult.Unchanged unchanged -> Optional.of(unchanged.course());
                case ImportResult.Conflicting _, ImportResult.Refused _, ImportResult.Cancelled _ -> Optional.empty();
            };
            course.filter(one -> rows.find(one).isEmpty()).ifPresent(this::connect);
            super.kept(result);
        }

        private void connect(CourseId course) {
            boolean unused = rows.connect(
                    course,
                    from.place(),
                    from.user(),
                    from.token() == null ? null : secrets.sealToken(course, secrets.token(job.id(), from.token())),
                    false);
            rows.known(course, commit);
            key.ifPresent(pair -> {
                rows.key(
                        course,
                        secrets.sealKey(course, pair),
                        DeployKey.line(pair.getPublic()),
                        beginnings.host(job.id()).orElse(null));
                Optional.ofNullable(job.begunBy()).ifPresent(person -> keys.remove(job.partner(), person));
            });
        }
    }
}
