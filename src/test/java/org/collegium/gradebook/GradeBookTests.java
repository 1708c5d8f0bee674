package org.collegium.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.collegium.AtOnce;
import org.collegium.CountedQueries;
import org.collegium.JobsRest;
import org.collegium.content.Blobs;
import org.collegium.gradebook.GradeChange.Kind;
import org.collegium.gradebook.rules.Book;
import org.collegium.gradebook.rules.Book.Missing;
import org.collegium.gradebook.rules.Category;
import org.collegium.gradebook.rules.Entry;
import org.collegium.gradebook.rules.EntryGrade;
import org.collegium.gradebook.rules.EntryGrade.Part;
import org.collegium.gradebook.rules.EntryGrade.State;
import org.collegium.gradebook.rules.Facts.Extension;
import org.collegium.gradebook.rules.LateRule;
import org.collegium.gradebook.rules.LateRule.Lateness;
import org.collegium.gradebook.rules.Release;
import org.collegium.gradebook.rules.Scale;
import org.collegium.gradebook.rules.Total;
import org.collegium.identity.AccountId;
import org.collegium.identity.Accounts;
import org.collegium.identity.PersonalDataExport;
import org.collegium.learning.Progress;
import org.collegium.partners.PartnerId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("module")
@JobsRest
class GradeBookTests extends GradeBookTest {

    private static final PageRequest FIRST = new PageRequest(0, 50);

    @Autowired
    private GivingGrades giving;

    @Autowired
    private ReleasingGrades releasing;

    @Autowired
    private OwnGrades own;

    @Autowired
    private GradeFiles files;

    @Autowired
    private Scales scales;

    @Autowired
    private TellingReleases telling;

    @Autowired
    private BookRows rows;

    @Autowired
    private GivenRows decisions;

    @Autowired
    private Progress progress;

    @Autowired
    private Accounts accounts;

    @Autowired
    private List<PersonalDataExport> exports;

    @Autowired
    private Blobs blobs;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void withoutAnySettingAllGradedUnitsCountAlike() {
        earns(ada, "quiz", 0.9, DUE);
        earns(ada, "lab-one", 0.6, DUE);

        assertThat(books.book(offered.run()).orElseThrow().book().entries())
                .extracting(entry -> entry.key())
                .containsExactly("quiz", "lab-one", "lab-two");
        assertThat(share(ada)).isCloseTo(0.75, within(1e-9));
        assertThat(total(ben).share()).isNull();
    }

    @Test
    void whatIsKeptBackStaysWhereItWas() {
        releasing.set(offered.run(), "lab-two", new Release(true, null));
        releasing.set(offered.run(), "lab-one", new Release(true, null));

        assertThat(books.book(offered.run()).orElseThrow().book().entries())
                .extracting(entry -> entry.key())
                .containsExactly("quiz", "lab-one", "lab-two");
    }

    @Test
    void weightsAndDroppedEntriesMakeATotalThatExplainsItself() {
        setUp(Missing.ZERO_AFTER_DUE, LateRule.NONE, DUE);
        earns(ada, "quiz", 0.9, DUE);
        earns(ada, "lab-one", 0.6, DUE);

        Total total = total(ada);

        assertThat(total.share()).isCloseTo(0.4 * 0.9 + 0.6 * 0.6, within(1e-9));
        assertThat(total.entry("lab-two").orElseThrow())
                .satisfies(lab -> assertThat(lab.state()).isEqualTo(State.MISSING))
                .satisfies(lab -> assertThat(lab.part()).isEqualTo(Part.DROPPED));
        assertThat(total.entry(oral()).orElseThrow().state()).isEqualTo(State.AWAITED);
        assertThat(total(ben).share()).isZero();
    }

    @Test
    void lateWorkLosesWhatTheRuleSaysByWhenItWasHandedInAndTheScoreStays() {
        setUp(Missing.LEFT_OUT, new LateRule(10, 50, 0, null), DUE);
        Instant late = DUE.plus(25, ChronoUnit.HOURS);
        submits(ada, "lab-one", 1, 8, late);
        earns(ada, "lab-one", 0.8, late.plus(3, ChronoUnit.DAYS));
        earns(ben, "lab-one", 0.8, DUE);

        EntryGrade lab = total(ada).entry("lab-one").orElseThrow();

        assertThat(lab.lateness()).isEqualTo(new Lateness(2, 0.2, false));
        assertThat(lab.score()).isCloseTo(0.64, within(1e-9));
        assertThat(progressScore()).isEqualTo(0.8);
        assertThat(total(ben).entry("lab-one").orElseThrow().score()).isEqualTo(0.8);
    }

    @Test
    void whatWaitsForMarksIsNeitherMissingNorNothing() throws IOException {
        setUp(Missing.ZERO_AFTER_DUE, LateRule.NONE, DUE);
        attempted(ada, "format: collegium-quiz/1\ntitle: Essay\nquestions:\n  - { key: e, type: essay, stem: Why? }\n");
        jdbc.sql("update quiz_attempt set score = null, points = null, passed = null where learner_id = ?")
                .param(ada.value())
                .update();

        assertThat(total(ada).entry("quiz").orElseThrow().state()).isEqualTo(State.WAITING);
        assertThat(total(ben).entry("quiz").orElseThrow().state()).isEqualTo(State.MISSING);
        EntryStatistics quiz = books.standings(offered.run()).entries().getFirst();
        assertThat(quiz.waiting()).isEqualTo(1);
        assertThat(quiz.missing()).isEqualTo(1);
        String text = new String(files.export(offered.run(), SheetForm.PLAIN), StandardCharsets.UTF_8);
        assertThat(text)
                .contains("Ada Lind," + email(ada) + ",not marked yet,0,0,,")
                .contains("Ben Moss," + email(ben) + ",0,0,0,,");
        earns(ada, "quiz", 0.5, DUE);
        assertThat(total(ada).entry("quiz").orElseThrow().state())
                .as("an earlier attempt is marked, a later one is not")
                .isEqualTo(State.EARNED);
    }

    @Test
    void anExtensionAndAnAccommodationMoveTheDueDate() {
        setUp(Missing.LEFT_OUT, new LateRule(10, 50, 0, null), DUE);
        Instant later = DUE.plus(2, ChronoUnit.DAYS);
        earns(ada, "lab-one", 0.8, DUE.plus(1, ChronoUnit.DAYS));
        earns(ben, "quiz", 0.8, DUE.plus(1, ChronoUnit.DAYS));

        giving.extend(offered.run(), ada, "lab-one", later, "Was ill", null);
        accommodate(ben, "", later);

        EntryGrade lab = total(ada).entry("lab-one").orElseThrow();
        assertThat(lab.lateness().late()).isFalse();
        assertThat(lab.facts().extension()).isEqualTo(new Extension(false, "Was ill"));
        EntryGrade quiz = total(ben).entry("quiz").orElseThrow();
        assertThat(quiz.lateness().late()).isFalse();
        assertThat(quiz.facts().extension()).isEqualTo(new Extension(true, ""));
        accommodate(ben, "quiz", null);
        assertThat(total(ben).entry("quiz").orElseThrow().lateness())
                .as("one for the quiz counts in the place of one for all")
                .isEqualTo(new Lateness(1, 0.1, false));
    }

    @Test
    void withoutADueDateWorkIsMissingFromWhenItClosesForTheLearner() {
        setUp(Missing.ZERO_AFTER_DUE, LateRule.NONE, null);
        jdbc.sql("insert into quiz_setting (run_id, unit_key, closes_at, changed_at) values (?, 'quiz', ?, now(6))")
                .params(offered.run().value(), DUE)
                .update();
        accommodate(ben, "", Instant.parse("2199-01-01T00:00:00Z"));

        assertThat(total(ada).entry("quiz").orElseThrow().state()).isEqualTo(State.MISSING);
        assertThat(total(ada).entry("lab-one").orElseThrow().state()).isEqualTo(State.AWAITED);
        assertThat(total(ben).entry("quiz").orElseThrow().state()).isEqualTo(State.AWAITED);
    }

    @Test
    void aScoreThatIsGivenStandsBesideWhatWasEarnedWithItsHistory() {
        earns(ada, "quiz", 0.4, DUE);
        giving.give(offered.run(), ada, "quiz", 70, "Question 3 was wrong", null);
        Instant seen = giving.given(offered.run(), ada, "quiz").orElseThrow().at();
        giving.excuse(offered.run(), ada, "quiz", "Ill", seen);

        assertThat(total(ada).share()).isNull();
        assertThatThrownBy(() -> giving.takeBack(offered.run(), ada, "quiz", seen))
                .isInstanceOfSatisfying(
                        RuleViolation.class, broken -> assertThat(broken.code()).isEqualTo("gradebook.give.stale"));
        giving.takeBack(
                offered.run(),
                ada,
                "quiz",
                giving.given(offered.run(), ada, "quiz").orElseThrow().at());
        assertThat(share(ada)).isCloseTo(0.4, within(1e-9));
        assertThat(giving.history(offered.run(), ada, "quiz"))
                .extracting(GradeChange::kind)
                .containsExactly(Kind.TAKEN_BACK, Kind.EXCUSED, Kind.GIVEN, Kind.EARNED);
        assertThat(giving.history(offered.run(), ada, "quiz").get(2))
                .satisfies(given -> assertThat(given.by()).isEqualTo("Staff"))
                .satisfies(given -> assertThat(given.score()).isEqualTo(0.7))
                .satisfies(given -> assertThat(given.reason()).isEqualTo("Question 3 was wrong"));
    }

    @Test
    void theDatesOfASectionHoldWhereAnEntryHasNoneOfItsOwn() {
        setUp(Missing.ZERO_AFTER_DUE, new LateRule(10, 50, 0, null), null);
        earns(ada, "lab-one", 0.8, DUE.plus(1, ChronoUnit.DAYS));
        assertThat(total(ada).entry("lab-one").orElseThrow().lateness().late()).isFalse();
        assertThat(total(ada).entry("lab-two").orElseThrow().state()).isNotEqualTo(State.MISSING);

        sectionsAreDue(DUE);

        EntryGrade lab = total(ada).entry("lab-one").orElseThrow();
        assertThat(lab.facts().due()).isEqualTo(DUE);
        assertThat(lab.lateness()).isEqualTo(new Lateness(1, 0.1, false));
        assertThat(total(ada).entry("lab-two").orElseThrow().state()).isEqualTo(State.MISSING);
        assertThat(total(ada).entry(oral()).orElseThrow().facts().due()).isNull();

        giving.extend(offered.run(), ada, "lab-one", DUE.plus(2, ChronoUnit.DAYS), "Was ill", null);
        assertThat(total(ada).entry("lab-one").orElseThrow().lateness().late()).isFalse();
        refused("gradebook.extend.due.earlier", () -> {
            giving.extend(offered.run(), ben, "lab-one", DUE, "x", null);
            return true;
        });
    }

    @Test
    void aDateOfAnEntryGoesBeforeThatOfItsSection() {
        setUp(Missing.LEFT_OUT, new LateRule(10, 50, 0, null), DUE.plus(3, ChronoUnit.DAYS));
        sectionsAreDue(DUE);
        earns(ada, "lab-one", 0.8, DUE.plus(1, ChronoUnit.DAYS));

        assertThat(total(ada).entry("lab-one").orElseThrow().lateness().late()).isFalse();
    }

    private void sectionsAreDue(Instant due) {
        jdbc.sql("insert into course_run_section (run_id, section_key, due_at) values (?, ?, ?)")
                .params(offered.run().value(), "only", due)
                .update();
    }

    @Test
    void whatCannotBeGivenIsRefusedWithAReason() {
        AccountId stranger = fixtures.learner("Eve");

        refused("gradebook.give.points.range", () -> give(ada, "quiz", 101, "x"));
        refused("gradebook.give.reason.length", () -> give(ada, "quiz", 10, " "));
        refused("gradebook.entry.unknown", () -> give(ada, "reading", 10, "x"));
        refused("gradebook.give.learner.unknown", () -> give(stranger, "quiz", 10, "x"));
        refused("gradebook.extend.due.none", () -> {
            giving.extend(offered.run(), ada, "quiz", DUE, "x", null);
            return true;
        });
    }

    @Test
    void nobodyGivesThemselvesAScoreWhereSomebodyElseMay() {
        setUp(Missing.LEFT_OUT, LateRule.NONE, DUE);
        teaches(ada);
        fixtures.signIn(
                ada,
                GradebookPermissions.VIEW + "@" + offered.partner(),
                GradebookPermissions.GRADE + "@" + offered.partner());
        giving.give(offered.run(), ada, oral(), 5, "", null);
        Instant seen = giving.given(offered.run(), ada, oral()).orElseThrow().at();

        teaches(fixtures.learner("Ira"));

        refused("gradebook.give.own", () -> give(ada, "quiz", 90, "I know it"));
        refused("gradebook.give.own", () -> {
            giving.excuse(offered.run(), ada, oral(), "x", seen);
            return true;
        });
        refused("gradebook.give.own", () -> {
            giving.extend(offered.run(), ada, "quiz", DUE.plus(1, ChronoUnit.DAYS), "x", null);
            return true;
        });
        String lines = "email,Oral exam\n" + email(ben) + ",15\n" + email(ada) + ",";
        assertThat(files.take(offered.run(), bytes(lines + "20\n")).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(3))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("gradebook.file.person.own"));
        assertThat(giving.given(offered.run(), ben, oral())).as("nothing of it").isEmpty();
        assertThat(files.take(offered.run(), bytes(lines + "5\n")))
                .as("what one has already")
                .satisfies(done -> assertThat(done.faults()).isEmpty())
                .satisfies(done -> assertThat(done.added()).isEqualTo(1));
        assertThat(give(ben, "quiz", 90, "Somebody else's")).isTrue();
    }

    private void teaches(AccountId person) {
        jdbc.sql("insert into partner_staff (partner_id, account_id, role) values (?, ?, 'INSTRUCTOR')")
                .params(offered.partner(), person.value())
                .update();
    }

    @Test
    void gradesThatAreKeptBackAreNowhereForTheLearnerUntilTheyAreReleased() {
        earns(ada, "quiz", 0.9, DUE);
        earns(ada, "lab-one", 0.5, DUE);
        releasing.set(offered.run(), "quiz", new Release(true, null));

        assertThat(share(ada)).as("for the instructor").isCloseTo(0.7, within(1e-9));
        assertThat(ownShare()).isCloseTo(0.5, within(1e-9));
        assertThat(explainedScore()).isFalse();
        assertThat(exported("learning").toString()).contains("0.5").doesNotContain("0.9");
        signInAsInstructor();
        releasing.release(offered.run(), "quiz");
        assertThat(ownShare()).isCloseTo(0.7, within(1e-9));
        assertThat(explainedScore()).isTrue();
        assertThat(exported("learning").toString()).contains("0.9");
    }

    @Test
    void aScoreThatTheQuizItselfWithholdsIsNowhereInTheGradesOfItsLearner() throws IOException {
        earns(ada, "quiz", 0.9, DUE);
        earns(ada, "lab-one", 0.5, DUE);
        attempted(ada, """
                format: collegium-quiz/1
                title: Shown when it has closed
                review: { score: closed }
                questions:
                  - { key: only, type: true-false, stem: Is it so?, answer: true }
                """);

        assertThat(share(ada)).as("for the instructor").isCloseTo(0.7, within(1e-9));
        assertThat(ownShare()).isCloseTo(0.5, within(1e-9));
        signInAsInstructor();
        assertThat(give(ada, "quiz", 70, "Well argued")).isTrue();
        assertThat(ownShare()).isCloseTo(0.5, within(1e-9));
        assertThat(exported("grades").get("decided").get(0).toString())
                .contains("\"scoreWithheld\":true", "\"score\":null")
                .doesNotContain("Well argued");
        signInAsInstructor();
        earns(ben, "quiz", 0.9, DUE);
        releasing.release(offered.run(), "quiz");
        telling.sweep();
        assertThat(mails(ada)).as("of what they do not see").isEmpty();
        assertThat(mails(ben)).hasSize(1);
    }

    @Test
    void aReleaseTellsEachLearnerWithAGradeOnceHoweverOftenItIsReleased() {
        earns(ada, "quiz", 0.9, DUE);
        earns(ada, "lab-one", 0.9, DUE);
        for (String entry : List.of("quiz", "lab-one")) {
            releasing.set(offered.run(), entry, new Release(true, null));
        }
        telling.sweep();
        assertThat(mails(ada)).isEmpty();
        for (String entry : List.of("quiz", "lab-one")) {
            releasing.release(offered.run(), entry);
        }

        assertThat(telling.sweep()).isEqualTo(2);
        assertThat(mails(ada))
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("Title of quiz", "Title of lab-one", "/my-learning/" + offered.run() + "/grades"));
        assertThat(mails(ben)).isEmpty();
        releasing.set(offered.run(), "quiz", new Release(true, null));
        releasing.release(offered.run(), "quiz");
        jdbc.sql("delete from grade_told where learner_id = ? and entry_key = 'lab-one'")
                .param(ben.value())
                .update();
        assertThat(telling.sweep()).isZero();
        assertThat(mails(ada)).hasSize(1);
    }

    @Test
    void aJobThatWasKilledGoesOnWhereItWas() {
        earns(ada, "quiz", 0.9, DUE);
        earns(ben, "quiz", 0.9, DUE);
        telling.sweep();
        releasing.release(offered.run(), "quiz");
        jdbc.sql("insert into grade_told (run_id, entry_key, learner_id, told_at) values (?, 'quiz', ?, now(6))")
                .params(offered.run().value(), ada.value())
                .update();

        assertThat(telling.sweep()).isEqualTo(1);

        assertThat(mails(ada)).isEmpty();
        assertThat(mails(ben)).hasSize(1);
    }

    /** But for the mails, of which there are none. */
    @Test
    void aReleaseLooksAtManyInAsManyQueriesAsAtFew() {
        telling.sweep();
        releasing.release(offered.run(), "quiz");
        long few = queries(telling::sweep);
        for (int i = 0; i < 20; i++) {
            AccountId unused = learner("Learner " + i);
        }
        signInAsInstructor();
        releasing.set(offered.run(), "quiz", new Release(true, null));
        releasing.release(offered.run(), "quiz");
        jdbc.sql("update grade_entry set told_at = null where run_id = ?")
                .param(offered.run().value())
                .update();

        assertThat(queries(telling::sweep)).isEqualTo(few);
    }

    @Test
    void aPreviewSaysWhatWouldChangeAndChangesNothing() {
        earns(ada, "quiz", 0.9, DUE);
        earns(ada, "lab-one", 0.5, DUE);
        RunBook now = books.book(offered.run()).orElseThrow();
        Book other = new Book(
                List.of(new Category("q", "Quizzes", 1, 0)),
                now.book().entries().stream()
                        .map(entry -> new Entry(
                                entry.key(),
                                entry.kind(),
                                entry.title(),
                                entry.key().equals("quiz") ? "q" : "",
                                10,
                                false,
                                null,
                                null,
                                entry.release()))
                        .toList(),
                LateRule.NONE,
                Missing.LEFT_OUT);

        SettingUpGrades.Preview preview = settingUp.preview(offered.run(), other);

        assertThat(preview.learners()).isEqualTo(2);
        assertThat(preview.changed()).isEqualTo(1);
        assertThat(preview.most().getFirst().before()).isCloseTo(0.7, within(1e-9));
        assertThat(preview.most().getFirst().after()).isCloseTo(0.9, within(1e-9));
        assertThat(share(ada)).isCloseTo(0.7, within(1e-9));
    }

    @Test
    void ofTwoWhoSetUpAtOnceTheLaterOneIsTold() {
        RunBook seen = books.book(offered.run()).orElseThrow();
        settingUp.set(offered.run(), seen.book(), "percent", seen.version());

        refused("gradebook.setup.stale", () -> {
            settingUp.set(offered.run(), seen.book(), "letters", seen.version());
            return true;
        });
        refused("gradebook.setup.scale.unknown", () -> {
            settingUp.set(offered.run(), seen.book(), "none", seen.version() + 1);
            return true;
        });
        assertThat(books.book(offered.run()).orElseThrow().scale()).isEqualTo(Scale.PERCENT);
    }

    @Test
    void ofTwoWhoSetUpOrGiveForTheFirstTimeInTheSameMomentTheLaterOneIsTold() throws Exception {
        RunBook seen = books.book(offered.run()).orElseThrow();
        Supplier<String> setUp = () -> told(() -> settingUp.set(offered.run(), seen.book(), "percent", seen.version()));
        Supplier<String> give = () -> told(() -> giving.give(offered.run(), ada, "quiz", 70, "As said", null));

        assertThat(secondOf(() -> rows.heldVersion(offered.run()), setUp)).isEqualTo("gradebook.setup.stale");
        assertThat(secondOf(() -> decisions.held(offered.run(), ada, "quiz"), give))
                .isEqualTo("gradebook.give.stale");
    }

    /** The same once more after the first has looked and before it writes: it waits, and neither has to begin again. */
    private String secondOf(Supplier<?> look, Supplier<String> work) throws Exception {
        long deadlocks = deadlocks();
        Future<String> second = Objects.requireNonNull(transactions.execute(status -> {
            Object unused = look.get();
            Future<String> begun = AtOnce.beside(jdbc, work::get);
            assertThat(begun).isNotDone();
            assertThat(work.get()).isEmpty();
            return begun;
        }));
        String told = second.get(60, TimeUnit.SECONDS);
        assertThat(deadlocks()).isEqualTo(deadlocks);
        return told;
    }

    private long deadlocks() {
        return jdbc.sql("show global status like 'Innodb_deadlocks'")
                .query((row, number) -> row.getLong(2))
                .single();
    }

    /** What is said to who is refused; nothing to the others. */
    private static String told(Runnable work) {
        try {
            work.run();
            return "";
        } catch (RuleViolation refused) {
            return refused.code();
        }
    }

    @Test
    void aPartnerHasScalesOfItsOwnThatStayWhileTheyAreUsed() {
        PartnerId partner = new PartnerId(offered.partner());
        Scale twenty = new Scale("", "Out of 20", Scale.Kind.POINTS, 20, 1, List.of());
        String key = scales.keep(partner, twenty);
        RunBook now = books.book(offered.run()).orElseThrow();
        settingUp.set(offered.run(), now.book(), key, now.version());

        assertThat(scales.of(partner)).hasSize(Scale.USUAL.size() + 1);
        assertThat(books.book(offered.run()).orElseThrow().scale().points()).isEqualTo(20);
        refused("gradebook.scale.used", () -> {
            scales.remove(partner, key);
            return true;
        });
        refused("gradebook.scale.name.taken", () -> scales.keep(partner, twenty));
    }

    @Test
    void entriesByHandAreGradedFromAFileOrNothingOfItIs() {
        setUp(Missing.LEFT_OUT, LateRule.NONE, null);
        String good = "email,Oral exam\n" + email(ada) + ",15\n" + email(ben) + ",\n";
        String bad = good + "nobody@example.org,3\n";

        assertThat(files.look(offered.run(), bytes(good)).added()).isEqualTo(1);
        assertThat(total(ada).share()).isNull();
        assertThat(files.take(offered.run(), bytes(bad)).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(4));
        assertThat(total(ada).share()).isNull();
        assertThat(files.take(offered.run(), bytes(good)).added()).isEqualTo(1);
        assertThat(share(ada)).isCloseTo(0.75, within(1e-9));
        assertThat(files.take(offered.run(), bytes(good)).unchanged()).isEqualTo(1);
        refused("gradebook.file.encoding", () -> files.look(offered.run(), new byte[] {(byte) 0xC3, 'a'}));
    }

    @Test
    void pointsThatHaveNoEndAreReadAgainAsTheyWere() {
        setUp(Missing.LEFT_OUT, LateRule.NONE, null);
        giving.give(offered.run(), ada, oral(), 20 / 3.0, "", null);

        byte[] file = files.export(offered.run(), SheetForm.EXCEL);

        assertThat(new String(file, StandardCharsets.UTF_8)).contains(",6.6667,");
        assertThat(files.look(offered.run(), file).unchanged()).isEqualTo(1);
        assertThat(files.take(offered.run(), file).changed()).isZero();
        assertThat(books.learner(offered.run(), ada).orElseThrow().total().entry(oral()))
                .hasValueSatisfying(grade -> assertThat(grade.score()).isCloseTo(1 / 3.0, within(1e-9)));
    }

    @Test
    void theFileOfGradesHasALineForEachLearnerAndIsReadAgain() {
        setUp(Missing.LEFT_OUT, LateRule.NONE, null);
        earns(ada, "quiz", 0.835, DUE);
        giving.give(offered.run(), ada, oral(), 7, "", null);
        giving.excuse(offered.run(), ben, oral(), "Ill", null);
        learner("=HYPERLINK(\"x\")");
        signInAsInstructor();

        String text = new String(files.export(offered.run(), SheetForm.EXCEL), StandardCharsets.UTF_8);

        assertThat(text)
                .startsWith(
                        "\uFEFFname,email,Title of quiz,Title of lab-one,Title of lab-two,Oral exam,total percent,grade\r\n")
                .contains("Ada Lind," + email(ada) + ",83.5,,,7,75.41,C (75%)")
                .contains("\"'=HYPERLINK(");
        GradeFiles.Imported again = files.look(offered.run(), bytes(text));
        assertThat(again.faults()).isEmpty();
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(again.ignored()).contains("Title of quiz", "grade");

        String semicolons =
                new String(files.export(offered.run(), SheetForm.EXCEL_WITH_SEMICOLONS), StandardCharsets.UTF_8);
        assertThat(semicolons).contains("Ada Lind;" + email(ada) + ";\"83,5\";;;7;\"75,41\";C (75%)");
        assertThat(files.look(offered.run(), bytes(semicolons)).unchanged()).isEqualTo(1);
    }

    @Test
    void entriesAreCountedWithTheirMeanAndMedian() {
        earns(ada, "quiz", 0.9, DUE);
        earns(ben, "quiz", 0.4, DUE);
        AccountId cleo = learner("Cleo");
        learner("Dan");
        signInAsInstructor();
        earns(cleo, "quiz", 0.5, DUE);
        giving.excuse(offered.run(), ada, "lab-one", "Ill", null);

        Standings standings = books.standings(offered.run());
        List<EntryStatistics> statistics = standings.entries();

        assertThat(statistics.getFirst().graded()).isEqualTo(3);
        assertThat(statistics.getFirst().missing()).isEqualTo(1);
        assertThat(statistics.getFirst().mean()).isCloseTo(0.6, within(1e-9));
        assertThat(statistics.getFirst().median()).isEqualTo(0.5);
        assertThat(statistics.get(1)).isEqualTo(new EntryStatistics("lab-one", 0, 0, 3, null, null));
        List<AccountId> best = books.byTotal(offered.run(), standings, "", false);
        assertThat(books.some(offered.run(), best))
                .extracting(LearnerGrades::name)
                .containsExactly("Ada Lind", "Cleo", "Ben Moss", "Dan");
        List<AccountId> lowest = books.byTotal(offered.run(), standings, "", true);
        lowest = new ArrayList<>(lowest);
        lowest.add(fixtures.learner("Eve"));
        assertThat(books.some(offered.run(), lowest))
                .as("who has no total last, who is not in the run nowhere")
                .extracting(LearnerGrades::name)
                .containsExactly("Ben Moss", "Cleo", "Ada Lind", "Dan");
        assertThat(books.byTotal(offered.run(), standings, "cleo", false)).containsExactly(cleo);
        assertThat(books.some(offered.run(), books.byEntry(offered.run(), "quiz", "", true)))
                .as("by an entry too, who has nothing there last")
                .extracting(LearnerGrades::name)
                .containsExactly("Ben Moss", "Cleo", "Ada Lind", "Dan");
        assertThat(books.byEntry(offered.run(), "quiz", "", false))
                .startsWith(ada)
                .hasSize(4);
        assertThat(books.byEntry(offered.run(), "quiz", "cleo", false)).containsExactly(cleo);
    }

    /** However many learners and entries there are. */
    @Test
    void aPageOfTheBookTakesAFewQueries() {
        setUp(Missing.ZERO_AFTER_DUE, new LateRule(10, 50, 0, null), DUE);
        for (int i = 0; i < 20; i++) {
            AccountId learner = learner("Learner " + i);
            earns(learner, "quiz", 0.5, DUE);
            earns(learner, "lab-one", 0.5, DUE);
        }
        signInAsInstructor();

        assertThat(queries(() -> books.byName(offered.run(), "", true, FIRST))).isLessThanOrEqualTo(15);
        Standings standings = books.standings(offered.run());
        assertThat(queries(() -> books.standings(offered.run()))).isLessThanOrEqualTo(15);
        Book book = books.book(offered.run()).orElseThrow().book();
        assertThat(queries(() -> settingUp.preview(offered.run(), book))).isLessThanOrEqualTo(15);
        assertThat(queries(() -> books.byTotal(offered.run(), standings, "", true)))
                .as("and one by which they are counted")
                .isLessThanOrEqualTo(2);
        assertThat(queries(() -> books.some(offered.run(), books.byTotal(offered.run(), standings, "", true))))
                .isLessThanOrEqualTo(16);
        assertThat(queries(() -> books.learner(offered.run(), ada))).isLessThanOrEqualTo(15);
    }

    @Test
    void othersNeitherSeeNorChangeGrades() {
        fixtures.signIn(ben);

        for (Supplier<?> act : List.<Supplier<?>>of(
                () -> books.byName(offered.run(), "", true, FIRST),
                () -> books.learner(offered.run(), ada),
                () -> files.export(offered.run(), SheetForm.PLAIN),
                () -> give(ada, "quiz", 1, "x"),
                () -> own.of(ada, offered.run()))) {
            assertThatThrownBy(act::get).isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> releasing.release(offered.run(), "quiz")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aPersonTakesAlongWhatWasDecidedAndNothingIsLeftOfThem() {
        giving.give(offered.run(), ada, "quiz", 70, "Well argued", null);
        assertThat(exported("grades").get("decided").get(0).get("reason").asString())
                .isEqualTo("Well argued");
        releasing.set(offered.run(), "quiz", new Release(true, null));
        assertThat(exported("grades").get("decided").get(0).toString())
                .contains("\"scoreWithheld\":true")
                .contains("\"score\":null")
                .doesNotContain("Well argued");
        releasing.release(offered.run(), "quiz");
        telling.sweep();

        fixtures.signIn(ada);
        accounts.erase(ada);

        for (String table : Set.of("grade_given", "grade_change", "grade_told")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where learner_id = ?")
                            .param(ada.value())
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    private boolean give(AccountId learner, String entry, double points, String reason) {
        giving.give(offered.run(), learner, entry, points, reason, null);
        return true;
    }

    private void refused(String code, Supplier<?> act) {
        assertThatThrownBy(act::get)
                .isInstanceOfSatisfying(
                        RuleViolation.class, broken -> assertThat(broken.code()).isEqualTo(code));
    }

    private Total total(AccountId learner) {
        return books.learner(offered.run(), learner).orElseThrow().total();
    }

    private double share(AccountId learner) {
        return Objects.requireNonNull(total(learner).share());
    }

    private double ownShare() {
        return fixtures.as(
                ada,
                () -> Objects.requireNonNull(
                        own.of(ada, offered.run()).orElseThrow().total().share()));
    }

    private double progressScore() {
        return Objects.requireNonNull(
                progress.results(ada, offered.run()).scores().get("lab-one"));
    }

    private boolean explainedScore() {
        return fixtures.as(
                ada,
                () -> progress.explainToLearner(ada, offered.run()).orElseThrow().units().stream()
                        .filter(unit -> unit.key().equals("quiz"))
                        .anyMatch(unit -> unit.score().isPresent()));
    }

    private JsonNode exported(String part) {
        return JsonMapper.builder()
                .build()
                .valueToTree(exports.stream()
                        .filter(export -> export.name().equals(part))
                        .findFirst()
                        .orElseThrow()
                        .dataOf(ada));
    }

    private void accommodate(AccountId learner, String unit, @Nullable Instant closes) {
        jdbc.sql("""
                        insert into quiz_accommodation (id, run_id, unit_key, learner_id, extra_percent, extra_minutes,
                            closes_at, extra_attempts, reason, given_at)
                        values (uuid(), ?, ?, ?, 10, 0, ?, 0, 'Fixture', now(6))
                        """)
                .params(offered.run().value(), unit, learner.value())
                .param(closes)
                .update();
    }

    private void attempted(AccountId learner, String quiz) throws IOException {
        String sha256 = blobs.put(bytes(quiz)).sha256();
        jdbc.sql("""
                        insert into quiz_attempt (id, version, learner_id, run_id, unit_key, quiz_sha256, number, state, seed,
                            started_at, submitted_at, points, score, passed)
                        values (uuid(), 0, ?, ?, 'quiz', ?, 1, 'SUBMITTED', 0, ?, ?, 0.9, 0.9, true)
                        """)
                .params(learner.value(), offered.run().value(), sha256, DUE, DUE)
                .update();
    }

    private List<String> mails(AccountId learner) {
        return jdbc.sql("select text from mail where account_id = ? and template = 'grades-released'")
                .param(learner.value())
                .query(String.class)
                .list();
    }

    /** Statements that read, as the database counts them for this connection. */
    private long queries(Supplier<?> work) {
        return CountedQueries.read(transactions, jdbc, work);
    }

    private static String email(AccountId learner) {
        return learner + "@example.org";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
