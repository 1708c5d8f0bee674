package org.collegium.assessment.regrading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.assertj.core.groups.Tuple;
import org.collegium.CountedQueries;
import org.collegium.JobsRest;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.Award;
import org.collegium.assessment.Grading;
import org.collegium.assessment.OpenAttempt;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.Quizzes;
import org.collegium.assessment.Revision;
import org.collegium.assessment.SaveResult;
import org.collegium.assessment.StartResult;
import org.collegium.content.BlobId;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.credentials.CertificateCode;
import org.collegium.enrolment.AdasWorkTest;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Keys that are corrected after they were answered: first seen, then decided, and what was asked stays. */
@Tag("module")
@JobsRest
class QuizRegradesTests extends AdasWorkTest {

    private static final String UNIT = "quiz-models";
    private static final PageRequest FIRST = new PageRequest(0, 10);

    /** Four of five by the key as it was published. */
    private static final Map<String, Answer> ADAS = Map.of(
            "q-single", Answer.of("b"),
            "q-multiple", Answer.of("a", "b"),
            "q-true", Answer.of("false"),
            "q-number", Answer.of("0.25"),
            "q-text", Answer.of("overfitting"));

    /** Three of five, which passes. */
    private static final Map<String, Answer> BENS =
            Map.of("q-single", Answer.of("a"), "q-true", Answer.of("false"), "q-number", Answer.of("0.25"));

    @Autowired
    private QuizRegrades regrades;

    @Autowired
    private QuizRegradingJob job;

    @Autowired
    private TellingRegradedQuiz telling;

    @Autowired
    private Attempts attempts;

    @Autowired
    private Quizzes quizzes;

    @Autowired
    private List<PersonalDataExport> exports;

    private CourseVersion course;
    private ActivityPlace place;
    private CourseRunId run;
    private BlobId asked;
    private AccountId ben;
    private AttemptId adas;
    private AttemptId bens;

    @BeforeEach
    void twoLearnersAreGradedByAKeyThatIsWrong() {
        course = AssessmentFixtures.published(beans, AssessmentFixtures.QUIZ);
        place = AssessmentFixtures.joined(beans, fixtures, ada, course);
        run = new CourseRunId(AssessmentFixtures.run(place));
        asked = new BlobId(place.sha256());
        adas = submitted(ada, ADAS);
        ben = fixtures.learner("Ben");
        bens = submitted(ben, BENS);
        staff();
    }

    @Test
    void thePreviewTellsWhoChangesAndNothingCountsBeforeSomebodySaysSo() {
        UUID id = begin(this::theOtherOptionIsRight);

        Regrade preview = regrades.find(run, id).orElseThrow();
        assertThat(preview.state()).isEqualTo(RegradeState.PREVIEWED);
        assertThat(preview.counts()).isEqualTo(new Regrade.Counts(2, 2, 1, 1, 0, 1, 2, 0, 0));
        assertThat(regrades.changes(run, id, FIRST))
                .as("who loses most comes first")
                .extracting(
                        RegradeChange::name,
                        change -> change.before().points(),
                        change -> change.after().points(),
                        RegradeChange::loses)
                .containsExactly(Tuple.tuple("Ben", 3.0, 2.0, true), Tuple.tuple("Ada", 4.0, 5.0, false));
        assertThat(points(ada, adas)).isEqualTo(4);
        assertThat(told()).hasSize(1);
    }

    @Test
    void nobodyLosesUnlessThatIsWanted() {
        UUID id = begin(this::theOtherOptionIsRight);

        applied(id, RegradeRule.BETTER);

        assertThat(regrades.find(run, id).orElseThrow()).satisfies(done -> {
            assertThat(done.state()).isEqualTo(RegradeState.APPLIED);
            assertThat(done.holds()).isTrue();
            assertThat(done.counts().applied()).isEqualTo(1);
            assertThat(done.counts().kept()).isEqualTo(1);
        });
        assertThat(points(ada, adas)).isEqualTo(5);
        assertThat(points(ben, bens)).as("the better of both").isEqualTo(3);
        assertThat(result(ben, bens).corrected()).as("what is right now").containsOnlyKeys("q-single");
        assertThat(result(ada, adas).corrected()).isEmpty();
        fixtures.signIn(ben);
        assertThat(regrades.of(ben, bens)).singleElement().satisfies(again -> {
            assertThat(again.kept()).isTrue();
            assertThat(List.of(again.points(), again.pointsNow())).isEqualTo(List.of(3.0, 2.0));
        });
        assertThat(told())
                .hasSize(2)
                .last()
                .satisfies(told -> assertThat(told.score()).isEqualTo(1.0));
    }

    @Test
    void aRegradeIsTheSameAsGradingAnew() {
        UUID id = begin(this::theOtherOptionIsRight);
        applied(id, RegradeRule.EXACT);

        Quiz key = quizzes.open(regrades.find(run, id).orElseThrow().key());
        for (Map.Entry<AccountId, AttemptId> attempt :
                Map.of(ada, adas, ben, bens).entrySet()) {
            AttemptResult result = result(attempt.getKey(), attempt.getValue());
            assertThat(result.quiz().questions()).isEqualTo(key.questions());
            assertThat(result.grade()).isEqualTo(Grading.grade(key, result.answers()));
            assertThat(row(attempt.getValue()))
                    .isEqualTo(List.of(
                            result.grade().points(),
                            result.grade().score(),
                            result.grade().passed()));
        }
        assertThat(points(ben, bens)).isEqualTo(2);
        assertThat(result(ben, bens).grade().passed()).isFalse();
        assertThat(place.sha256()).as("what was published stays").isEqualTo(asked.sha256());
        assertThat(((SingleChoice) quizzes.open(asked).questions().getFirst())
                        .options()
                        .getFirst()
                        .correct())
                .isTrue();
    }

    @Test
    void anAttemptThatIsOpenAndALaterOneAreGradedByTheCorrectedKey() {
        OpenAttempt open = open(ada);
        staff();
        applied(begin(this::theOtherOptionIsRight), RegradeRule.BETTER);

        fixtures.signIn(ada);
        assertThat(attempts.save(ada, open.id(), ADAS)).isInstanceOf(SaveResult.Saved.class);
        assertThat(attempts.submit(ada, open.id()).grade().points()).isEqualTo(5);
        assertThat(points(ben, submitted(ben, BENS))).isEqualTo(2);
    }

    @Test
    void anAttemptThatWasBeingSubmittedMeanwhileIsFoundALittleLater() {
        UUID id = begin(this::theOtherOptionIsRight);
        AttemptId late = submitted(ben, ADAS);
        staff();
        applied(id, RegradeRule.BETTER);
        assertThat(points(ben, late)).as("submitted after the preview").isEqualTo(5);
        jdbc.sql("update quiz_attempt set key_sha256 = null, regrade_id = null, points = 4, score = 0.8 where id = ?")
                .param(late.value())
                .update();
        jdbc.sql("delete from quiz_regrade_item where attempt_id = ?")
                .param(late.value())
                .update();

        assertThat(job.work(id)).as("comes once more").isPresent();

        assertThat(points(ben, late)).isEqualTo(5);
        assertThat(row(late).getFirst()).isEqualTo(5.0);
    }

    @Test
    void aKilledNodeLeavesTheRestToAnotherAndNothingIsWrittenTwice() {
        UUID id = begin(this::theOtherOptionIsRight);
        jdbc.sql("update quiz_regrade set state = 'GRADING' where id = ?")
                .param(id)
                .update();
        jdbc.sql("update quiz_regrade_item set after_points = null where regrade_id = ? and attempt_id = ?")
                .params(id, adas.value())
                .update();
        assertThat(regrades.find(run, id).orElseThrow().fraction()).isEqualTo(0.5);
        assertThat(job.work(id)).isEmpty();
        applied(id, RegradeRule.EXACT);
        jdbc.sql("update quiz_regrade set state = 'APPLYING' where id = ?")
                .param(id)
                .update();
        int told = told().size();

        assertThat(job.work(id)).isPresent();

        assertThat(told()).hasSize(told);
        assertThat(mails(ada)).hasSize(1);
        assertThat(regrades.changes(run, id, FIRST))
                .extracting(change -> change.before().points())
                .containsExactly(3.0, 4.0);
    }

    @Test
    void undoneEverybodyHasTheEarlierKeyAgain() {
        UUID id = begin(this::theOtherOptionIsRight);
        applied(id, RegradeRule.EXACT);

        UUID back = alone(() -> regrades.undo(run, id, "It was right after all"));
        assertThat(job.work(back)).isEmpty();
        applied(back, RegradeRule.EXACT);

        assertThat(points(ada, adas)).isEqualTo(4);
        assertThat(points(ben, bens)).isEqualTo(3);
        assertThat(regrades.list(run, UNIT, FIRST))
                .extracting(Regrade::undoes, Regrade::holds)
                .containsExactly(Tuple.tuple(id, true), Tuple.tuple(null, false));
        AttemptId later = submitted(ben, BENS);
        assertThat(points(ben, later)).as("later ones too").isEqualTo(3);
        assertThat(job.work(id)).as("comes once more").isPresent();
        assertThat(points(ben, later)).as("another key holds by now").isEqualTo(3);
        staff();
        assertThatThrownBy(() -> regrades.undo(run, id, "Again")).hasMessageContaining("assessment.regrade.not-held");
    }

    @Test
    void aQuestionMayGiveEverybodyItsPointsOrCountForNobody() {
        applied(
                begin(question -> question.key().equals("q-text")
                        ? awarded(question, Award.EVERYONE)
                        : question.key().equals("q-single") ? awarded(question, Award.NOBODY) : question),
                RegradeRule.EXACT);

        assertThat(result(ada, adas).grade()).satisfies(grade -> {
            assertThat(grade.points()).isEqualTo(4);
            assertThat(grade.possible()).isEqualTo(4);
            assertThat(grade.score()).isEqualTo(1);
        });
        assertThat(result(ben, bens).grade().byQuestion())
                .containsEntry("q-text", 1.0)
                .doesNotContainKey("q-single");
    }

    @Test
    void onlyWhatIsGradedMayChange() {
        refused(
                "asked-otherwise",
                question -> question instanceof TrueFalse statement
                        ? new TrueFalse(
                                statement.key(),
                                "Something else",
                                1,
                                statement.traits(),
                                "",
                                statement.answer(),
                                statement.feedback())
                        : question);
        refused(
                "asked-otherwise",
                question -> question instanceof SingleChoice choice
                        ? new SingleChoice(
                                choice.key(),
                                choice.stem(),
                                1,
                                choice.traits(),
                                "",
                                List.of(
                                        choice.options().get(1),
                                        choice.options().get(0)))
                        : question);
        refused("unkeyed", question -> question instanceof Numeric number ? keyed(number, null) : question);
        refused("nothing-corrected", UnaryOperator.identity());
        refused("nothing-counts", question -> awarded(question, Award.NOBODY));
        assertThatThrownBy(() -> regrades.begin(
                        run, UNIT, asked, corrected(this::theOtherOptionIsRight).subList(0, 2), "Why"))
                .hasMessageContaining("assessment.regrade.other-questions");
        assertThatThrownBy(() -> regrades.begin(run, UNIT, asked, corrected(this::theOtherOptionIsRight), " "))
                .hasMessageContaining("assessment.regrade.reason");
        assertThatThrownBy(() -> regrades.keyed(run, UNIT, new BlobId("0".repeat(64))))
                .hasMessageContaining("assessment.regrade.no-quiz");
        begin(question -> question instanceof Numeric number ? keyed(number, new BigDecimal("0.3")) : question);
        assertThatThrownBy(() -> begin(this::theOtherOptionIsRight))
                .hasMessageContaining("assessment.regrade.under-way");
    }

    @Test
    void whoseScoreChangedIsToldOnceWithTheReasonAndReadsItAtTheResult() {
        UUID id = begin(this::theOtherOptionIsRight);
        assertThat(mails(ada)).as("before it counts").isEmpty();

        applied(id, RegradeRule.BETTER);
        assertThat(job.work(id)).isPresent();

        assertThat(mails(ada))
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("Attempt 1: before 4 of 5 points, now 5 of 5.")
                        .contains("The key was wrong"));
        assertThat(mails(ben)).as("who keeps what they had").isEmpty();
        fixtures.signIn(ada);
        assertThat(regrades.of(ada, adas)).singleElement().satisfies(again -> {
            assertThat(again.reason()).isEqualTo("The key was wrong");
            assertThat(List.of(again.points(), again.pointsNow())).isEqualTo(List.of(4.0, 5.0));
        });
        assertThatThrownBy(() -> regrades.of(ben, bens)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoHoldsACertificateIsNamedInThePreviewAndKeepsIt() {
        jdbc.sql("""
            insert into certificate (id, version, code, learner_id, learner_name, run_id, course_id, course_title,
                course_version, partner_id, partner_name, partner_colour, language, evidence, issued_at, live)
            select ?, 0, ?, ?, 'Ben', run.id, run.course_id, 'Models', 1, run.partner_id, 'Fixture', '#225577', 'en', '{}',
                now(6), 1 from course_run run where run.id = ?
            """)
                .params(UUID.randomUUID(), CertificateCode.next().value(), ben.value(), run.value())
                .update();
        UUID id = begin(this::theOtherOptionIsRight);

        assertThat(regrades.changes(run, id, FIRST))
                .extracting(RegradeChange::name, RegradeChange::certificate)
                .containsExactly(Tuple.tuple("Ben", true), Tuple.tuple("Ada", false));
        applied(id, RegradeRule.EXACT);
        assertThat(jdbc.sql("select live from certificate where learner_id = ?")
                        .param(ben.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theListAndTheChangesTakeAsManyQueriesAsTheySay() {
        UUID id = begin(this::theOtherOptionIsRight);

        assertThat(queries(() -> regrades.list(run, UNIT, FIRST))).isEqualTo(1);
        assertThat(queries(() -> regrades.changes(run, id, FIRST))).isEqualTo(3);
    }

    /** But for what keeps the mails. */
    @Test
    void manyAreToldInAsManyQueriesAsFew() {
        UUID few = begin(this::theOtherOptionIsRight);
        applied(few, RegradeRule.EXACT);
        long asked = toldAnew(few);
        for (int i = 0; i < 8; i++) {
            AttemptId unused = submitted(fixtures.learner("Learner " + i), ADAS);
        }
        staff();
        UUID more =
                begin(question -> question instanceof Numeric number ? keyed(number, new BigDecimal("0.3")) : question);
        applied(more, RegradeRule.EXACT);

        assertThat(regrades.changes(run, more, FIRST)).hasSize(10);
        assertThat(toldAnew(more)).isEqualTo(asked);
    }

    private long toldAnew(UUID id) {
        jdbc.sql("update quiz_regrade_item set told_at = null where regrade_id = ?")
                .param(id)
                .update();
        Regrade regrade = regrades.find(run, id).orElseThrow();
        long asked = queries(() -> {
            telling.tell(regrade);
            return id;
        });
        assertThat(jdbc.sql(
                                "select count(*) from quiz_regrade_item where regrade_id = ? and changed and told_at is null")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
        return asked;
    }

    @Test
    void othersSeeAndChangeNothing() {
        UUID id = begin(this::theOtherOptionIsRight);
        fixtures.signInAsStaff(RegradingPermissions.REGRADE + "@" + UUID.randomUUID());

        assertThatThrownBy(() -> regrades.find(run, id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> regrades.apply(run, id, RegradeRule.EXACT)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> begin(this::theOtherOptionIsRight)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theExportHasItAndWithTheAccountTheNameGoes() {
        UUID id = begin(this::theOtherOptionIsRight);
        applied(id, RegradeRule.EXACT);
        AccountId by =
                Objects.requireNonNull(regrades.find(run, id).orElseThrow().begunBy());
        PersonalDataExport export = exports.stream()
                .filter(one -> one.name().equals("quizRegrades"))
                .findFirst()
                .orElseThrow();
        assertThat(export.dataOf(ada).toString()).contains("The key was wrong").contains("pointsBefore=4.0");
        assertThat(export.dataOf(by).toString()).contains("The key was wrong");

        transaction.executeWithoutResult(status -> {
            publisher.publishEvent(new AccountErased(by, Instant.now()));
            publisher.publishEvent(new AccountErased(ada, Instant.now()));
        });

        assertThat(jdbc.sql("select count(*) from quiz_regrade where begun_by = ? or applied_by = ?")
                        .params(by.value(), by.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(regrades.find(run, id).orElseThrow().counts().total()).isEqualTo(1);
    }

    private void staff() {
        fixtures.signInAsStaff(RegradingPermissions.REGRADE);
    }

    private long queries(Supplier<?> work) {
        return CountedQueries.read(transaction, jdbc, work);
    }

    private UUID begin(UnaryOperator<Question> change) {
        List<Question> corrected = corrected(change);
        UUID id = alone(() -> regrades.begin(run, UNIT, asked, corrected, "The key was wrong"));
        assertThat(job.work(id)).isEmpty();
        return id;
    }

    /** So that no other thread does what the test does. */
    private UUID alone(Supplier<UUID> beginning) {
        return Objects.requireNonNull(transaction.execute(status -> {
            UUID id = beginning.get();
            jdbc.sql("delete from scheduled_tasks where task_name = 'quiz-regrade'")
                    .update();
            return id;
        }));
    }

    private void refused(String why, UnaryOperator<Question> change) {
        assertThatThrownBy(() -> begin(change))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("assessment.regrade." + why);
    }

    private void applied(UUID id, RegradeRule rule) {
        decide(id, rule);
        assertThat(job.work(id)).isPresent();
    }

    private void decide(UUID id, RegradeRule rule) {
        alone(() -> {
            regrades.apply(run, id, rule);
            return id;
        });
    }

    private List<Question> corrected(UnaryOperator<Question> change) {
        return regrades.keyed(run, UNIT, asked).questions().stream().map(change).toList();
    }

    private Question theOtherOptionIsRight(Question question) {
        return question instanceof SingleChoice choice
                ? new SingleChoice(
                        choice.key(),
                        choice.stem(),
                        choice.points(),
                        choice.traits(),
                        "Because it has.",
                        choice.options().stream()
                                .map(option -> new Question.Option(
                                        option.key(), option.text(), !option.correct(), option.feedback()))
                                .toList())
                : question;
    }

    private static Question keyed(Numeric number, @org.jspecify.annotations.Nullable BigDecimal answer) {
        return new Numeric(
                number.key(),
                number.stem(),
                number.points(),
                number.traits(),
                number.explanation(),
                answer,
                number.tolerance(),
                number.units(),
                number.feedback());
    }

    private static Question awarded(Question question, Award award) {
        return new Revision(question.points(), award, question.explanation()).apply(question);
    }

    private OpenAttempt open(AccountId learner) {
        ActivityPlace own = learner.equals(ada)
                ? AssessmentFixtures.place(beans, ada, course)
                : AssessmentFixtures.joined(beans, fixtures, learner, course);
        fixtures.signIn(learner);
        return switch (attempts.start(learner, own)) {
            case StartResult.Going(OpenAttempt attempt) -> attempt;
            case StartResult other -> throw new AssertionError(other.toString());
        };
    }

    private AttemptId submitted(AccountId learner, Map<String, Answer> answers) {
        OpenAttempt attempt = open(learner);
        assertThat(attempts.save(learner, attempt.id(), answers)).isInstanceOf(SaveResult.Saved.class);
        attempts.submit(learner, attempt.id());
        return attempt.id();
    }

    private AttemptResult result(AccountId learner, AttemptId attempt) {
        fixtures.signIn(learner);
        AttemptResult result = attempts.result(learner, attempt).orElseThrow();
        staff();
        return result;
    }

    private double points(AccountId learner, AttemptId attempt) {
        return result(learner, attempt).grade().points();
    }

    private List<Object> row(AttemptId attempt) {
        return jdbc.sql("select points, score, passed from quiz_attempt where id = ?")
                .param(attempt.value())
                .query((row, number) -> List.<Object>of(row.getDouble(1), row.getDouble(2), row.getBoolean(3)))
                .single();
    }

    private List<String> mails(AccountId learner) {
        return jdbc.sql("select concat(subject, '\n', text) from mail where account_id = ?")
                .param(learner.toString())
                .query(String.class)
                .list();
    }
}
