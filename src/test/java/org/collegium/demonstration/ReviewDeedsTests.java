package org.collegium.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursesFixtures;
import org.collegium.identity.AccountId;
import org.collegium.partners.Partner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A review of the demonstration goes on where a load was killed, and nothing of it is done twice. */
@Tag("module")
@FullApplicationTest
class ReviewDeedsTests {

    private static final String CHANGE = "A model of this year is not one of the next.";

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private ReviewDeeds deeds;

    @Autowired
    private JdbcClient jdbc;

    private CourseId course;
    private String author;
    private String first;
    private String second;
    private Instant today;

    @BeforeEach
    void twoStagesReviewACourse() {
        Partner partner = CoursesFixtures.partner(beans);
        Partner other = CoursesFixtures.partner(beans);
        author = person(partner, "AUTHOR", "PARTNER_ADMINISTRATOR");
        first = person(other, "REVIEWER");
        second = person(other, "REVIEWER");
        String operator = operator();
        today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        course = CoursesFixtures.draft(beans, partner, CoursesFixtures.accepted("reviewed-" + UUID.randomUUID()));
        String body = "Committee " + UUID.randomUUID();
        deeds.prepare(new ReviewStory(
                new ReviewStory.Body(body, operator, List.of(second)),
                List.of(new ReviewStory.Stages(
                        partner.data().slug().value(),
                        author,
                        List.of(
                                new ReviewStory.Stage(other.data().slug().value(), 1, false),
                                new ReviewStory.Stage(null, 1, true)))),
                List.of()));
    }

    @Test
    void whatWasSaidAndDecidedBeforeAKillIsNotDoneAgainAndTheRestIs() {
        ReviewStory.Comment unanswered = comment(1, "Which year?", null, false);
        ReviewStory.Comment whole = comment(1, "Which year?", "The year of the figures.", true);
        ReviewStory.Comment later = comment(0, "A good title.", null, true);
        ReviewStory.Decision pass = decision(first, "I have followed each figure.");

        deeds.review(review(List.of(unanswered), List.of()), course, today);
        assertThat(state()).isEqualTo("OPEN");
        deeds.review(review(List.of(whole), List.of(pass)), course, today);
        ReviewStory.Review all = review(List.of(whole, later), List.of(pass, decision(second, "Usable everywhere.")));
        deeds.review(all, course, today);
        deeds.review(all, course, today);

        assertThat(state()).isEqualTo("APPROVED");
        assertThat(words()).containsExactlyInAnyOrder("Which year?", "The year of the figures.", "A good title.");
        assertThat(jdbc.sql("select count(*) from course_review_comment remark join course_review review"
                                + " on review.id = remark.review_id where review.course_id = ?"
                                + " and remark.answers is null and remark.resolved_at is null")
                        .param(course.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private ReviewStory.Review review(List<ReviewStory.Comment> comments, List<ReviewStory.Decision> decisions) {
        return new ReviewStory.Review("reviewed", author, -20, "Please look.", CHANGE, comments, decisions);
    }

    private ReviewStory.Comment comment(int block, String words, @Nullable String answer, boolean resolved) {
        return new ReviewStory.Comment(first, -19, null, block, words, answer, resolved);
    }

    private static ReviewStory.Decision decision(String by, String reason) {
        return new ReviewStory.Decision(by, -18, "approve", reason, true);
    }

    private String state() {
        return jdbc.sql("select state from course_review where course_id = ?")
                .param(course.value())
                .query(String.class)
                .single();
    }

    private List<String> words() {
        return jdbc.sql("select remark.words from course_review_comment remark join course_review review"
                        + " on review.id = remark.review_id where review.course_id = ?")
                .param(course.value())
                .query(String.class)
                .list();
    }

    private String operator() {
        String email = email();
        AccountId account = account(email);
        for (String role : List.of("OPERATOR", "REGISTRAR")) {
            jdbc.sql("insert into account_role (account_id, role) values (?, ?)")
                    .params(account.value(), role)
                    .update();
        }
        return email;
    }

    private String person(Partner partner, String... roles) {
        String email = email();
        AccountId account = account(email);
        for (String role : roles) {
            jdbc.sql("insert into partner_staff (partner_id, account_id, role) values (?, ?, ?)")
                    .params(partner.id().value(), account.value(), role)
                    .update();
        }
        return email;
    }

    private static String email() {
        return (UUID.randomUUID() + "@example.org").toLowerCase(Locale.ROOT);
    }

    private AccountId account(String email) {
        AccountId account = AccountId.next();
        jdbc.sql("""
                insert into account (id, version, email, name, locale, created_at, confirmed_at, session_epoch)
                values (?, 0, ?, ?, 'en', now(6), now(6), 0)
                """)
                .params(account.value(), email, "Person of the demonstration")
                .update();
        return account;
    }
}
