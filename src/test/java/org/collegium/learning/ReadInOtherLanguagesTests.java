package org.collegium.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.collegium.courses.languages.Languages;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.enrolment.StudyFixtures.Terms;
import org.collegium.enrolment.StudyTest;
import org.collegium.identity.AccountId;
import org.collegium.shared.Slug;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Whoever changes the language keeps what they read and tried, and nothing else. */
@Tag("module")
class ReadInOtherLanguagesTests extends StudyTest {

    @Autowired
    private ReadInOtherLanguages elsewhere;

    @Autowired
    private Languages languages;

    @Autowired
    private Studying studying;

    @Autowired
    private Progress progress;

    @Autowired
    private RecomputingProgress recomputing;

    @Autowired
    private Enrolments enrolments;

    private Offered english;
    private Offered finnish;
    private AccountId ada;

    @BeforeEach
    void adaIsInACourseOfTwoLanguages() {
        english = fixtures.offer();
        finnish = translationOf(english);
        ada = fixtures.learner("Ada");
        fixtures.signIn(ada);
        enrolments.join(ada, english.run());
        enrolments.join(ada, finnish.run());
    }

    @Test
    void whatWasReadAndTriedInOneLanguageCountsInTheOther() {
        studying.seenToEnd(ada, english.run(), "first-lesson");
        studying.tried(ada, english.run(), "first-exercise");

        assertThat(count(in(finnish))).isEqualTo(2);

        assertThat(progress.of(ada, finnish.run()).done()).isEqualTo(2);
        assertThat(progress.units(ada, finnish.run()))
                .hasEntrySatisfying(
                        "first-lesson",
                        unit -> assertThat(unit.completedBy()).isEqualTo(LearningEventKind.OTHER_LANGUAGE));
        assertThat(studying.open(ada, finnish.run(), "first-solution")).isInstanceOf(UnitOpening.Open.class);
        assertThat(recomputing.anew(finnish.run())).isEqualTo(new RecomputingProgress.Recomputed(1, 0));
        assertThat(count(in(finnish))).isZero();
        assertThat(count(in(english))).isZero();
    }

    @Test
    void whatWasReadBeforeLeavingTheOtherLanguageCountsToo() {
        studying.seenToEnd(ada, english.run(), "first-lesson");
        enrolments.withdraw(ada, english.run());

        assertThat(count(in(finnish))).isEqualTo(1);
    }

    @Test
    void quizzesAndCoursesThatAreNoTranslationAndOtherPeopleCountNothing() {
        jdbc.sql("""
                        insert into learning_event (id, learner_id, run_id, unit_key, kind, occasion, at)
                        values (uuid(), ?, ?, 'last-quiz', 'COMPLETED', '', now(6))
                        """).params(ada.value(), english.run().value()).update();
        Offered another = fixtures.offer();
        enrolments.join(ada, another.run());
        studying.seenToEnd(ada, another.run(), "first-lesson");
        AccountId eve = fixtures.learner("Eve");
        fixtures.signIn(eve);
        enrolments.join(eve, english.run());
        studying.seenToEnd(eve, english.run(), "first-lesson");
        fixtures.signIn(ada);

        assertThat(count(in(finnish))).isZero();
    }

    @Test
    void whatIsNotOpenYetDoesNotCountYet() {
        studying.seenToEnd(ada, english.run(), "first-lesson");
        studying.seenToEnd(ada, english.run(), "further-reading");
        jdbc.sql("""
                        insert into course_run_section (run_id, section_key, opens_at)
                        values (?, 'end', now(6) + interval 1 day)
                        """).param(finnish.run().value()).update();

        assertThat(count(in(finnish))).isEqualTo(1);
        assertThat(progress.units(ada, finnish.run())).containsOnlyKeys("first-lesson");
    }

    @Test
    void nothingCountsForWhoeverIsNotInTheRunAndNobodyCountsForOthers() {
        studying.seenToEnd(ada, english.run(), "first-lesson");
        CourseEntry.In in = in(finnish);
        enrolments.withdraw(ada, finnish.run());

        assertThat(count(in)).isZero();
        fixtures.signIn(fixtures.learner("Eve"));
        assertThatThrownBy(() -> count(in)).isInstanceOf(AccessDeniedException.class);
    }

    private CourseEntry.In in(Offered offered) {
        return (CourseEntry.In) studying.enter(ada, new Slug(english.slug()), offered.key());
    }

    private Offered translationOf(Offered original) {
        Offered made = fixtures.offer(StudyFixtures.smallCourse().asVariantOf(original.key()), Terms.OPEN);
        jdbc.sql("update course set partner_id = ?, course_key = 'suomeksi', variant_of = ? where id = ?")
                .params(original.partner(), original.key(), made.course().value())
                .update();
        jdbc.sql("update course_version set partner_id = ? where course_id = ?")
                .params(original.partner(), made.course().value())
                .update();
        jdbc.sql("update course_run set partner_id = ? where course_id = ?")
                .params(original.partner(), made.course().value())
                .update();
        return new Offered(original.partner(), original.slug(), "suomeksi", made.course(), made.version(), made.run());
    }

    private int count(CourseEntry.In in) {
        return elsewhere.count(ada, in, languages.others(in.version().id()));
    }
}
