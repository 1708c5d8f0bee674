package org.collegium.assessment.files;

import java.util.Optional;
import java.util.UUID;
import org.collegium.assessment.AnswerFile;
import org.collegium.assessment.marking.MarkingPermissions;
import org.collegium.assessment.marking.MarkingSetting;
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

    private record Found(UUID id, HandedIn file, AccountId learner, CourseRunId run, boolean ended, boolean anonymous) {

        /** Whoever marks without being told whose it is, is not told by its name either. */
        HandedIn unnamed() {
            return anonymous
                    ? new HandedIn(file.content(), AnswerFile.neutralName(id, file.name()), file.mediaType())
                    : file;
        }
    }

    /** A file that the current person may read; empty for all others, as if there were none. One query, for others than the learner two. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<HandedIn> find(UUID id) {
        if (access.current().isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select file.sha256, file.name, file.media_type, attempt.learner_id, attempt.run_id,
                            attempt.state = 'SUBMITTED', coalesce(setting.anonymous, :usual)
                        from quiz_answer_file file join quiz_attempt attempt on attempt.id = file.attempt_id
                        left join quiz_marking_setting setting
                            on setting.run_id = attempt.run_id and setting.unit_key = attempt.unit_key
                        where file.id = :id and file.stored_at is not null
                        """)
                .param("id", id)
                .param("usual", MarkingSetting.USUAL.anonymous())
                .query((row, number) -> new Found(
                        id,
                        new HandedIn(new BlobId(row.getString(1)), row.getString(2), row.getString(3)),
                        new AccountId(row.getObject(4, UUID.class)),
                        new CourseRunId(row.getObject(5, UUID.class)),
                        row.getBoolean(6),
                        row.getBoolean(7)))
                .optional()
                .flatMap(found -> access.is(found.learner())
                        ? Optional.of(found.file())
                        : found.ended() && runs.may(MarkingPermissions.MARK, found.run())
                                ? Optional.of(found.unnamed())
                                : Optional.empty());
    }
}
