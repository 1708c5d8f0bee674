package org.collegium.courses.git;

import java.util.List;
import org.collegium.courses.ImportReport;
import org.jspecify.annotations.Nullable;

/**
 * How a job ended.
 *
 * @param result what is told, by {@code courses.git.result.NAME}
 * @param failure why the server could not be asked, by {@code courses.git.failure.NAME}; null where it could
 * @param arguments of the texts
 * @param commit that was fetched or sent; null where none was
 * @param added titles of units that come, or came
 * @param removed titles of units that go, or went
 * @param changed titles of units that differ
 * @param details whether what the course says about itself differs
 * @param conflicts paths of files and names of details that were changed in Studio too
 * @param report of what was read; null where nothing was
 */
public record GitOutcome(
        Result result,
        @Nullable String failure,
        List<String> arguments,
        @Nullable String commit,
        List<String> added,
        List<String> removed,
        List<String> changed,
        boolean details,
        List<String> conflicts,
        @Nullable ImportReport report) {

    public GitOutcome {
        arguments = List.copyOf(arguments);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        conflicts = List.copyOf(conflicts);
    }

    /** How it ended, in a word. */
    public enum Result {
        LOOKED,
        UPDATED,
        UNCHANGED,
        CONFLICTING,
        REFUSED,
        PUSHED,
        FAILED
    }

    static GitOutcome failed(GitFailure failure) {
        return new GitOutcome(
                Result.FAILED,
                failure.reason().name(),
                failure.arguments(),
                null,
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(),
                null);
    }

    static GitOutcome unexpected() {
        return new GitOutcome(
                Result.FAILED, "UNEXPECTED", List.of(), null, List.of(), List.of(), List.of(), false, List.of(), null);
    }

    static GitOutcome imported(Result result, String commit, List<String> conflicts, ImportReport report) {
        return new GitOutcome(
                result, null, List.of(), commit, List.of(), List.of(), List.of(), false, conflicts, report);
    }

    static GitOutcome pushed(String commit, String branch) {
        return new GitOutcome(
                Result.PUSHED, null, List.of(branch), commit, List.of(), List.of(), List.of(), false, List.of(), null);
    }
}
