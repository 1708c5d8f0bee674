package org.collegium.courses.review;

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
 * What a person may take with them of reviews: what they submitted, decided and said, and in which bodies they are. With the account
 * the names go; decisions and comments stay, since a version rests on them.
 */
@Component
class PersonsReviews implements PersonalDataExport {

    private final JdbcClient jdbc;

    PersonsReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "courseReviews";
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "review_body_member",
                "course_review",
                "course_review_round",
                "course_review_decision",
                "course_review_comment");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return new Parts(
                jdbc.sql("select body.name from review_body_member member"
                                + " join review_body body on body.id = member.body_id where member.person_id = ?"
                                + " order by body.name")
                        .param(account.value())
                        .query(String.class)
                        .list(),
                lines("""
                        select course.title, 'submitted', round.note, round.submitted_at from course_review_round round
                        join course_review review on review.id = round.review_id
                        join course on course.id = review.course_id where round.submitted_by = :person
                        """, account),
                lines("""
                        select course.title, decision.verdict, decision.reason, decision.decided_at
                        from course_review_decision decision join course_review review on review.id = decision.review_id
                        join course on course.id = review.course_id where decision.decided_by = :person
                        """, account),
                lines("""
                        select course.title, 'said', remark.words, remark.said_at from course_review_comment remark
                        join course_review review on review.id = remark.review_id
                        join course on course.id = review.course_id where remark.said_by = :person
                        union all
                        select course.title, 'resolved', remark.words, remark.resolved_at
                        from course_review_comment remark join course_review review on review.id = remark.review_id
                        join course on course.id = review.course_id where remark.resolved_by = :person
                        """, account));
    }

    private List<Line> lines(String sql, AccountId account) {
        return jdbc.sql(sql + " order by 4")
                .param("person", account.value())
                .query((row, number) ->
                        new Line(row.getString(1), row.getString(2), row.getString(3), ReviewRows.instant(row, 4)))
                .list();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        for (String rule : List.of(
                "delete from review_body_member where person_id = ?",
                "update course_review set submitted_by = null where submitted_by = ?",
                "update course_review_round set submitted_by = null where submitted_by = ?",
                "update course_review_decision set decided_by = null where decided_by = ?",
                "update course_review_comment set said_by = null where said_by = ?",
                "update course_review_comment set resolved_by = null where resolved_by = ?")) {
            jdbc.sql(rule).param(erased.account().value()).update();
        }
    }

    private record Parts(List<String> bodies, List<Line> submitted, List<Line> decided, List<Line> comments) {}

    private record Line(String course, String deed, String words, Instant at) {}
}
