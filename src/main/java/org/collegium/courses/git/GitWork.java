package org.collegium.courses.git;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.EditedThings;
import org.collegium.courses.ImportPreview;
import org.collegium.courses.ImportResult;
import org.collegium.courses.ImportingCourses;
import org.collegium.courses.SourceCommit;
import org.collegium.courses.SourceOrigin;
import org.collegium.courses.VersionDifference;
import org.collegium.courses.git.GitFailure.Reason;
import org.collegium.courses.git.GitOutcome.Result;
import org.collegium.identity.SystemActor;
import org.collegium.source.SourceOpener;
import org.springframework.stereotype.Component;

/** Does what was asked for with a repository, in the name of the platform; whoever asked was allowed to. */
@Component
class GitWork {

    private final GitServers servers;
    private final GitSecrets secrets;
    private final PushingCourses pushing;
    private final ImportingCourses importing;
    private final SystemActor system;

    GitWork(
            GitServers servers,
            GitSecrets secrets,
            PushingCourses pushing,
            ImportingCourses importing,
            SystemActor system) {
        this.servers = servers;
        this.secrets = secrets;
        this.pushing = pushing;
        this.importing = importing;
        this.system = system;
    }

    GitOutcome of(GitConnection connection, GitJob job) throws GitFailure {
        Optional<? extends GitSignIn> credentials = secrets.credentials(connection);
        return switch (job) {
            case GitJob.Look _ -> look(connection, credentials);
            case GitJob.Update(boolean replace) ->
                update(connection, credentials, replace ? EditedThings.REPLACE : EditedThings.KEEP);
            case GitJob.Push push -> pushing.push(connection, push, credentials);
        };
    }

    private GitOutcome look(GitConnection connection, Optional<? extends GitSignIn> credentials) throws GitFailure {
        try (FetchedBranch fetched = servers.fetch(connection.place(), credentials)) {
            SourceOpener files = files(fetched);
            ImportPreview preview =
                    system.call(Set.of(CoursesPermissions.EDIT), () -> importing.look(connection.course(), files));
            if (preview.difference().isEmpty()) {
                return GitOutcome.imported(Result.REFUSED, fetched.commit(), List.of(), preview.report());
            }
            VersionDifference difference = preview.difference().get();
            return new GitOutcome(
                    Result.LOOKED,
                    null,
                    List.of(),
                    fetched.commit(),
                    titles(difference.added()),
                    titles(difference.removed()),
                    titles(difference.changed()),
                    difference.details(),
                    preview.conflicts(),
                    preview.report());
        }
    }

    private GitOutcome update(GitConnection connection, Optional<? extends GitSignIn> credentials, EditedThings edits)
            throws GitFailure {
        try (FetchedBranch fetched = servers.fetch(connection.place(), credentials)) {
            SourceOpener files = files(fetched);
            SourceOrigin origin = new SourceOrigin(connection.place().address(), fetched.commit());
            ImportResult result = system.call(
                    Set.of(CoursesPermissions.EDIT),
                    () -> importing.importCommit(connection.course(), new SourceCommit(files, origin), edits));
            Result told = switch (result) {
                case ImportResult.Created _, ImportResult.Updated _ -> Result.UPDATED;
                case ImportResult.Unchanged _ -> Result.UNCHANGED;
                case ImportResult.Conflicting _ -> Result.CONFLICTING;
                case ImportResult.Refused _, ImportResult.Cancelled _ -> Result.REFUSED;
            };
            List<String> conflicts =
                    result instanceof ImportResult.Conflicting conflicting ? conflicting.things() : List.of();
            return GitOutcome.imported(told, fetched.commit(), conflicts, result.report());
        }
    }

    private static SourceOpener files(FetchedBranch fetched) throws GitFailure {
        try {
            return fetched.files();
        } catch (GitFailure failure) {
            throw failure;
        } catch (IOException unreadable) {
            throw new GitFailure(Reason.BROKEN);
        }
    }

    private static List<String> titles(List<CourseUnit> units) {
        return units.stream().map(CourseUnit::title).toList();
    }
}
