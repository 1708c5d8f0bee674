package org.collegium.assessment.files;

import java.util.Optional;
import java.util.UUID;
import org.collegium.assessment.marking.MarkingPermissions;
import org.collegium.content.BlobId;
import org.collegium.courses.CourseRunId;
import org.collegium.enrolment.RunAccess;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files that were handed in, for the learner, and for those who mark in the run once the attempt has ended. */
@Service
class HandedInFiles {

    private final JdbcClient jdbc;
    private final Access access;
    private final RunAccess runs;

    HandedInFiles(JdbcClient jdbc, Access access, RunAccess runs) {
        this.jdbc = jdbc;
        this.access = access;
        this.runs = runs;
    }

    /** A file with its name and the type that was found in its content. */
    record HandedIn(BlobId content, String name, String mediaType) {}

    private record Found(HandedIn file, AccountId learner, CourseRunId run, boolean ended) {}

    /** A file that the current person may read; empty for all others, as if there were none. One query, for others than the learner two. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<HandedIn> find(UUID id) {
        if (access.current().isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select file.sha256, file.name, file.media_type, attempt.learner_id, attempt.run_id,
                            attempt.state = 'SUBMITTED'
                        from quiz_answer_file file join quiz_attempt attempt on attempt.id = file.attempt_id
                        where file.id = ? and file.stored_at is not null
                        """)
                .param(id)
                .query((row, number) -> new Found(
                        new HandedIn(new BlobId(row.getString(1)), row.getString(2), row.getString(3)),
                        new AccountId(row.getObject(4, UUID.class)),
                        new CourseRunId(row.getObject(5, UUID.class)),
                        row.getBoolean(6)))
                .optional()
                .filter(found ->
                        access.is(found.learner()) || (found.ended() && runs.may(MarkingPermissions.MARK, found.run())))
                .map(Found::file);
    }
}
