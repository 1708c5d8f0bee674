package org.collegium.courses.review;

import java.util.List;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is asked at a stage: those who hold its role at its partner, or are members of its body, and had no part in the draft. */
@Component
class ReviewPeople {

    /** Whether a person is among those of a stage; their roles are read as they are now. */
    static final String ENTITLED = """
            (exists (select 1 from partner_staff staff where staff.partner_id = stage.partner_id
                and staff.role = stage.role and staff.account_id = :person)
            or exists (select 1 from review_body_member member where member.body_id = stage.body_id
                and member.person_id = :person))
            """;

    /** Whether a person had a part in what is reviewed: submitted it, or changed the draft since the newest version. */
    static final String INVOLVED = """
            (exists (select 1 from course_contribution part where part.course_id = review.course_id
                and part.person_id = :person and part.at > coalesce((select max(version.published_at)
                    from course_version version where version.course_id = review.course_id), timestamp '1970-01-01 00:00:00'))
            or exists (select 1 from course_review_round round where round.review_id = review.id
                and round.submitted_by = :person))
            """;

    private static final String ASKED = """
             from account person where person.id in
                (select staff.account_id from partner_staff staff where staff.partner_id = :partner and staff.role = :role
                union select member.person_id from review_body_member member where member.body_id = :body)
            and not exists (select 1 from course_contribution part where part.course_id = :course
                and part.person_id = person.id and part.at > coalesce((select max(version.published_at)
                    from course_version version where version.course_id = :course), timestamp '1970-01-01 00:00:00'))
            and not exists (select 1 from course_review_round round where round.review_id = :review
                and round.submitted_by = person.id)
            and not exists (select 1 from course_review_decision decision where decision.review_id = :review
                and decision.round = :round and decision.decided_by = person.id)
            """;

    private final JdbcClient jdbc;

    ReviewPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a person may review at a stage. */
    boolean holdsRight(ReviewStage stage, AccountId person) {
        return holdsRight(stage, person, "");
    }

    /** The same; whoever would take the right away waits until the transaction ends. */
    boolean keepsRight(ReviewStage stage, AccountId person) {
        return holdsRight(stage, person, " lock in share mode");
    }

    private boolean holdsRight(ReviewStage stage, AccountId person, String lock) {
        String sql = stage.body() == null
                ? "select 1 from partner_staff where partner_id = :whose and role = :role and account_id = :person"
                : "select 1 from review_body_member where body_id = :whose and :role is not null and person_id = :person";
        return jdbc.sql(sql + lock)
                .param("whose", stage.body() == null ? stage.partner() : stage.body())
                .param("role", stage.role().name())
                .param("person", person.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Whether a person had a part in what is reviewed. */
    boolean isInvolved(ReviewId review, AccountId person) {
        return jdbc.sql("select " + INVOLVED + " from course_review review where review.id = :review")
                .param("person", person.value())
                .param("review", review.value())
                .query(Boolean.class)
                .single();
    }

    /** How many may still decide at a stage in this round. */
    int waiting(ReviewId review, CourseId course, int round, ReviewStage stage) {
        return of("select count(*)" + ASKED, review, course, round, stage)
                .query(Integer.class)
                .single();
    }

    /** Some of those who may still decide at a stage in this round. */
    List<AccountId> asked(ReviewId review, CourseId course, int round, ReviewStage stage, int most) {
        return of("select person.id" + ASKED + " order by person.id limit " + most, review, course, round, stage)
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, ReviewId review, CourseId course, int round, ReviewStage stage) {
        return jdbc.sql(sql)
                .param("partner", stage.partner())
                .param("role", stage.role().name())
                .param("body", stage.body())
                .param("course", course.value())
                .param("review", review.value())
                .param("round", round);
    }
}
