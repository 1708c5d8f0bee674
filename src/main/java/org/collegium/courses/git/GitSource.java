package org.collegium.courses.git;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
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

    private final GitServers servers;
    private final GitBeginnings beginnings;
    private final GitRows rows;
    private final GitSecrets secrets;
    private final ImportingCourses importing;

    GitSource(
            GitServers servers,
            GitBeginnings beginnings,
            GitRows rows,
            GitSecrets secrets,
            ImportingCourses importing) {
        this.servers = servers;
        this.beginnings = beginnings;
        this.rows = rows;
        this.secrets = secrets;
        this.importing = importing;
    }

    @Override
    public String way() {
        return WAY;
    }

    @Override
    public ImportResult run(ImportJob job, ImportWatch watch) {
        Beginning from = beginnings.find(job.id()).orElseThrow(() -> new ImportFailure("LOST", job.name()));
        Optional<GitCredentials> credentials = Optional.ofNullable(from.token())
                .map(token -> new GitCredentials(from.user(), secrets.token(job.id(), token)));
        AtomicBoolean wanted = new AtomicBoolean(true);
        watch.enters(ImportPhase.FETCHING);
        GitProgress progress = (done, total) -> {
            wanted.set(watch.goOn("", done, total));
            return wanted.get();
        };
        try (FetchedBranch fetched = servers.fetch(from.place(), credentials, progress)) {
            SourceOrigin origin = new SourceOrigin(from.place().address(), fetched.commit());
            return importing.importNew(
                    job.partner(),
                    new SourceCommit(fetched.files(), origin),
                    job.edits(),
                    new Connecting(watch, job, from, fetched.commit()));
        } catch (GitFailure failure) {
            if (!wanted.get()) {
                return new ImportResult.Cancelled(new ImportReport(List.of(), ImportCounts.NONE));
            }
            throw told(failure);
        } catch (IOException unreadable) {
            throw told(new GitFailure(Reason.BROKEN));
        }
    }

    private static ImportFailure told(GitFailure failure) {
        return new ImportFailure("GIT_" + failure.reason(), String.join(", ", failure.arguments()));
    }

    @Override
    public boolean there(ImportJob job) {
        return beginnings.find(job.id()).isPresent();
    }

    @Override
    public void ended(ImportJob job, ImportEnd end) {
        if (!end.again()) {
            beginnings.remove(job.id());
        }
    }

    /** Connects the course when it is kept; one that is connected already stays as it is. */
    private final class Connecting extends ImportWatch.Passed {

        private final ImportJob job;
        private final Beginning from;
        private final String commit;

        Connecting(ImportWatch watch, ImportJob job, Beginning from, String commit) {
            super(watch);
            this.job = job;
            this.from = from;
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
            rows.connect(
                    course,
                    from.place(),
                    from.user(),
                    from.token() == null ? null : secrets.sealToken(course, secrets.token(job.id(), from.token())),
                    false);
            rows.known(course, commit);
        }
    }
}
