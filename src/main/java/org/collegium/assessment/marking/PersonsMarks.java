package org.collegium.assessment.marking;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person may take with them of marking as staff: the marks that they gave, without those whom they gave them, and the comments
 * that they keep. With an account the name goes from marks, and the kept comments go; with a
 * learner's the attempts go, and the marks with them.
 */
@Component
class PersonsMarks implements PersonalDataExport {

    private final JdbcClient jdbc;

    PersonsMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "quizMarking";
    }

    @Override
    public Set<String> tables() {
        return Set.of("quiz_mark", "quiz_marking", "quiz_marking_setting", "quiz_kept_comment");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return new Parts(
                jdbc.sql("""
                                select marking.unit_key, marking.question_key, mark.part, mark.points, mark.comment, mark.reason,
                                    mark.given_at
                                from quiz_mark mark join quiz_marking marking on marking.id = mark.marking_id
                                where mark.marker_id = ? order by mark.given_at
                                """)
                        .param(account.value())
                        .query((row, number) -> new Given(
                                row.getString(1),
                                row.getString(2),
                                MarkPart.valueOf(row.getString(3)),
                                row.getDouble(4),
                                row.getString(5),
                                row.getString(6),
                                row.getObject(7, Timestamp.class).toInstant()))
                        .list(),
                jdbc.sql("select text from quiz_kept_comment where marker_id = ? order by kept_at")
                        .param(account.value())
                        .query(String.class)
                        .list(),
                jdbc.sql(
                                "select unit_key, changed_at from quiz_marking_setting where changed_by = ? order by changed_at")
                        .param(account.value())
                        .query((row, number) -> new Changed(
                                row.getString(1),
                                row.getObject(2, Timestamp.class).toInstant()))
                        .list());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        for (String rule : List.of(
                "delete from quiz_kept_comment where marker_id = ?",
                "update quiz_mark set marker_id = null where marker_id = ?",
                "update quiz_marking set claimed_by = null, claimed_until = null where claimed_by = ?",
                "update quiz_marking_setting set changed_by = null where changed_by = ?")) {
            jdbc.sql(rule).param(erased.account().value()).update();
        }
    }

    private record Parts(List<Given> given, List<String> keptComments, List<Changed> settings) {}

    private record Given(
            String unit, String question, MarkPart part, double points, String comment, String reason, Instant at) {}

    private record Changed(String unit, Instant at) {}
}
