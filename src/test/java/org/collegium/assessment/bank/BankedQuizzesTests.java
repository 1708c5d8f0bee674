package org.collegium.assessment.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.assessment.QuizSection.Drawn;
import org.collegium.assessment.QuizSection.Fixed;
import org.collegium.assessment.SectionPlace;
import org.collegium.assessment.bank.ItemAnalysis.Count;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.courses.UnitOfPartner;
import org.collegium.identity.AccountId;
import org.collegium.identity.IdentityFixtures;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.source.SourceFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@Tag("module")
@FullApplicationTest
class BankedQuizzesTests {

    private static final String UNIT = "quiz-models";

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private BankedQuizzes banked;

    @Autowired
    private QuestionBank bank;

    @Autowired
    private QuestionStatistics statistics;

    @Autowired
    private Drafts drafts;

    @Autowired
    private JdbcClient jdbc;

    private PartnerId partner;
    private CourseId course;

    @BeforeEach
    void aPartnerHasADraftWithAQuiz() {
        Partner fixture = CoursesFixtures.partner(beans);
        partner = fixture.id();
        course = CoursesFixtures.draft(
                beans,
                fixture,
                CoursesFixtures.accepted(
                        CoursesFixtures.metadata("fixture-course"), CoursesFixtures.LESSON, AssessmentFixtures.QUIZ));
        signIn(CoursesPermissions.VIEW_DRAFT, CoursesPermissions.EDIT);
    }

    @AfterEach
    void signOut() {
        IdentityFixtures.signIn(null);
    }

    @Test
    void theQuestionsOfAQuizAreTakenOverOnce() {
        assertThat(takeOver()).isEqualTo(new TakenOver(5, 0));

        assertThat(bank.list(partner, ItemFilter.ALL, new PageRequest(0, 20)))
                .extracting(ItemListed::key, ItemListed::courseKey)
                .contains(tuple("q-single", "fixture-course"), tuple("q-text", "fixture-course"))
                .hasSize(5);
        assertThat(quiz().questions())
                .extracting(question -> question.traits().bank())
                .containsExactly("q-single@1", "q-multiple@1", "q-true@1", "q-number@1", "q-text@1");
        assertThat(banked.uses(partner, "q-true")).singleElement().satisfies(use -> {
            assertThat(use.quiz().draft()).isTrue();
            assertThat(use.version()).isEqualTo(1);
        });
        assertThat(takeOver()).isEqualTo(new TakenOver(0, 5));
    }

    @Test
    void aKeyThatTheBankHasGetsANumber() {
        bank.save(
                partner,
                new ItemDraft(null, 0, "key: q-true\ntype: true-false\nstem: Other\nanswer: true\n", null, ""));

        takeOver();

        assertThat(bank.find(partner, "q-true-2").orElseThrow().title()).isEqualTo("More data always help.");
        assertThat(quiz().questions().get(2).traits().bank()).isEqualTo("q-true-2@1");
    }

    @Test
    void whatCameFromABankElsewhereIsAnItemOfThatKeyHere() {
        Draft draft = drafts.find(course).orElseThrow();
        drafts.replaceFile(
                course,
                draft.revision(),
                UNIT,
                AssessmentFixtures.QUIZ
                        .replace("- key: q-true", "- bank: q-data@1\n    key: q-true")
                        .replace("- key: q-text", "- bank: q-words@7\n    key: q-text")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(takeOver()).isEqualTo(new TakenOver(5, 0));

        assertThat(bank.find(partner, "q-data").orElseThrow().title()).isEqualTo("More data always help.");
        assertThat(quiz().questions())
                .extracting(question -> question.traits().bank())
                .contains("q-data@1", "q-words@1");
        assertThat(quiz().questions()).extracting(Question::key).contains("q-true", "q-text");
    }

    @Test
    void aQuizIsMadeOfItemsInTheirOrder() {
        takeOver();

        String text = banked.quizOf(partner, course, "Again: \"models\"", List.of("q-true", "q-single"))
                .text();

        Quiz made =
                QuizReader.read(SourceFile.of("quiz.yaml", text), fault -> {}).orElseThrow();
        assertThat(made.title()).isEqualTo("Again: \"models\"");
        assertThat(made.questions())
                .extracting(Question::key, question -> question.traits().bank())
                .containsExactly(tuple("q-true", "q-true@1"), tuple("q-single", "q-single@1"));
        assertThat(text).contains("questions:\n  - bank: q-true@1\n    key: q-true");
        assertThatThrownBy(() -> banked.quizOf(partner, course, "None", List.of("q-nothing")))
                .isInstanceOfSatisfying(
                        RuleViolation.class, broken -> assertThat(broken.code()).isEqualTo("assessment.bank.unknown"));
        signIn(CoursesPermissions.RUNS);
        assertThatThrownBy(() -> banked.quizOf(partner, course, "Theirs", List.of("q-true")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aVersionOfAnItemIsPutIntoAQuizWithWhereItCameFrom() {
        takeOver();
        String changed = bank.find(partner, "q-true").orElseThrow().current().content() + "points: 3\n";
        bank.save(partner, new ItemDraft("q-true", 1, changed, "fixture-course", ""));

        PutResult result = banked.put(partner, "q-true", 2, course, UNIT, null);

        assertThat(result).isEqualTo(new PutResult("q-true-2", "Check yourself", true));
        Question put = quiz().questions().getLast();
        assertThat(put.points()).isEqualTo(3);
        assertThat(put.traits().bank()).isEqualTo("q-true@2");
        assertThat(drafts.find(course)
                        .orElseThrow()
                        .manifest()
                        .unit(UNIT)
                        .orElseThrow()
                        .questions())
                .isEqualTo(6);
        assertThat(banked.uses(partner, "q-true"))
                .extracting(ItemUse::question, ItemUse::version)
                .containsExactly(tuple("q-true", 1), tuple("q-true-2", 2));
        assertThatThrownBy(() -> banked.put(partner, "q-true", 9, course, UNIT, null))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> banked.put(partner, "q-true", 1, course, "what-is-a-model", null))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void inAQuizWithSectionsAQuestionIsAskedWhereItsAuthorSays() {
        takeOver();
        sections("""
                  - { title: First, questions: [q-single] } # for all
                  - { title: Then, questions: [q-text] }
                  - { title: Lot, draw: 2 }
                """);
        SectionPlace first = new SectionPlace(0, "First", false);
        assertThat(banked.places(partner, "q-true", 1, course, UNIT))
                .isEqualTo(new PutPlaces(
                        true, List.of(first, new SectionPlace(1, "Then", false), new SectionPlace(2, "Lot", true))));

        assertThat(banked.put(partner, "q-true", 1, course, UNIT, first).asked())
                .isTrue();
        assertThat(quiz().sections().getFirst()).isEqualTo(new Fixed("First", "", List.of("q-single", "q-true-2")));
        assertThat(new String(file().bytes(), StandardCharsets.UTF_8)).contains("# for all");

        banked.put(partner, "q-true", 1, course, UNIT, new SectionPlace(2, "Lot", true));
        assertThat(quiz().pool((Drawn) quiz().sections().getLast()))
                .extracting(Question::key)
                .endsWith("q-true-3");
        assertThatThrownBy(() ->
                        banked.put(partner, "q-true", 1, course, UNIT, new SectionPlace(0, "Renamed meanwhile", false)))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        gone -> assertThat(gone.code()).isEqualTo("assessment.bank.put.section-gone"));
    }

    @Test
    void whatNoDrawCanTakeIsNamedInTheLastSectionOrSaidToBeInNone() {
        takeOver();
        bank.save(
                partner,
                new ItemDraft(
                        null, 0, "key: q-dear\ntype: true-false\npoints: 5\nstem: Dear\nanswer: true\n", null, ""));
        sections("  - { title: First, questions: [q-single] }\n  - { title: Lot, draw: 2 }\n");
        assertThat(banked.put(partner, "q-dear", 1, course, UNIT, null).asked()).isTrue();
        assertThat(quiz().sections().getFirst()).isEqualTo(new Fixed("First", "", List.of("q-single", "q-dear")));

        sections("  - { title: Lot, draw: 1, from: { difficulty: [hard] } }\n");
        assertThat(banked.places(partner, "q-true", 1, course, UNIT)).isEqualTo(new PutPlaces(true, List.of()));
        assertThat(banked.put(partner, "q-true", 1, course, UNIT, null))
                .isEqualTo(new PutResult("q-true-2", "Check yourself", false));
    }

    private void sections(String sections) {
        drafts.replaceFile(
                course,
                drafts.find(course).orElseThrow().revision(),
                UNIT,
                AssessmentFixtures.QUIZ
                        .replace("questions:\n", "sections:\n" + sections + "questions:\n")
                        .replace("  - key: q-number\n", "  - key: q-number\n    difficulty: hard\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whereSomethingGoesWrongNothingIsTakenOver() {
        CourseId others = CoursesFixtures.draft(
                beans, CoursesFixtures.partner(beans), CoursesFixtures.accepted("fixture-course"));
        IdentityFixtures.signIn(IdentityFixtures.authentication(
                AccountId.next(), CoursesPermissions.VIEW_DRAFT, CoursesPermissions.EDIT));

        assertThatThrownBy(() -> banked.takeOver(partner, others, UNIT, "")).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> banked.takeOver(partner, course, "what-is-a-model", ""))
                .isInstanceOf(RuleViolation.class);
        assertThat(bank.count(partner, ItemFilter.ALL)).isZero();
    }

    @Test
    void othersAreRefused() {
        takeOver();
        signIn(CoursesPermissions.VIEW_DRAFT);
        assertThatThrownBy(this::takeOver).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> banked.put(partner, "q-true", 1, course, UNIT, null))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(banked.drafts(partner)).extracting(UnitOfPartner::unitKey).containsExactly(UNIT);
        assertThat(banked.places(partner, "q-true", 1, course, UNIT)).isEqualTo(PutPlaces.WITHOUT_SECTIONS);

        IdentityFixtures.signIn(IdentityFixtures.authentication(
                AccountId.next(), CoursesPermissions.VIEW_DRAFT + "@" + UUID.randomUUID()));
        assertThatThrownBy(() -> banked.uses(partner, "q-true")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> banked.drafts(partner)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> banked.places(partner, "q-true", 1, course, UNIT))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> statistics.ofItem(partner, "q-true", 0)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> statistics.ofQuiz(course, UNIT, null)).isInstanceOf(AccessDeniedException.class);
    }

    /** Twenty learners: the first ten get q-true right, and of the other four questions q-single, too; the others nothing at all. */
    @Test
    void figuresComeFromTheFirstAttemptsOfLearners() {
        takeOver();
        CourseVersion version = CoursesFixtures.publish(beans, course);
        signIn(CoursesPermissions.VIEW_DRAFT);
        CourseRunId run =
                beans.getBean(CourseRuns.class).ofCourse(course).getFirst().id();
        CourseRunId elsewhere = new CourseRunId(UUID.randomUUID());
        for (int i = 0; i < 20; i++) {
            boolean good = i < 10;
            UUID learner = UUID.randomUUID();
            answered(version, run, learner, 1, Map.of("q-true", good ? "false" : "true", "q-single", good ? "a" : "b"));
            answered(version, run, learner, 2, Map.of("q-true", "false"));
            answered(version, elsewhere, learner, 1, Map.of("q-true", "true"));
        }

        ItemAnalysis analysis = statistics.ofItem(partner, "q-true", 0).orElseThrow();

        assertThat(analysis.asked()).isEqualTo(20);
        assertThat(analysis.answered()).isEqualTo(20);
        assertThat(analysis.facility()).isEqualTo(0.5);
        assertThat(analysis.discrimination()).isCloseTo(1, within(1e-9));
        assertThat(analysis.parts().getFirst().counts())
                .containsExactly(new Count("true", false, 10), new Count("false", true, 10));
        List<ItemAnalysis> quiz = statistics.ofQuiz(course, UNIT, null);
        assertThat(quiz)
                .extracting(each -> each.question().key())
                .containsExactly("q-single", "q-multiple", "q-true", "q-number", "q-text");
        assertThat(quiz.get(1).answered()).isZero();
        assertThat(quiz.get(1).facility()).isEqualTo(0.0);
        assertThat(quiz.get(1).discrimination()).isNull();
        assertThat(statistics.ofQuiz(course, UNIT, run).getFirst().asked()).isEqualTo(20);
        assertThat(statistics
                        .ofQuiz(course, UNIT, new CourseRunId(UUID.randomUUID()))
                        .getFirst()
                        .asked())
                .isZero();
        assertThat(statistics.ofItem(partner, "q-true", 2)).isEmpty();
        assertThat(banked.uses(partner, "q-true"))
                .extracting(use -> use.quiz().version())
                .contains(1);
    }

    @Test
    void ofWhatIsAnsweredAtLengthItIsCountedThatItIsThere() {
        course = CoursesFixtures.draft(
                beans,
                beans.getBean(Partners.class).find(partner).orElseThrow(),
                CoursesFixtures.accepted(
                        CoursesFixtures.metadata("essays-course"), CoursesFixtures.LESSON, AssessmentFixtures.ESSAYS));
        CourseVersion version = CoursesFixtures.publish(beans, course);
        signIn(CoursesPermissions.VIEW_DRAFT);
        CourseRunId run =
                beans.getBean(CourseRuns.class).ofCourse(course).getFirst().id();
        for (String text : List.of("Ünseen rows", "  - a list", "…", "\\\"So\\\"", " \\n\\t", "\u2003", "")) {
            answered(version, run, UUID.randomUUID(), 1, Map.of("reason", text, "sure", "false"));
        }

        List<ItemAnalysis> quiz = statistics.ofQuiz(course, UNIT, run);

        assertThat(quiz)
                .extracting(each -> each.question().key(), ItemAnalysis::asked, ItemAnalysis::answered)
                .containsExactly(tuple("reason", 7, 4), tuple("plain", 7, 0), tuple("sure", 7, 7));
        assertThat(quiz.getLast().facility()).isEqualTo(1);
        assertThat(quiz.getFirst().facility())
                .as("blank ones, which get nothing")
                .isEqualTo(0.0);
    }

    /**
     * Twenty learners write both essays. Of the ten who get the third question right one essay has 4 of 6 points and the other one waits; the others have
     * half of each. Two thirds go with right and a half with wrong, so r = 1; with nothing for the essay that waits all would have a half.
     */
    @Test
    void whatWaitsForItsMarkIsNoPartOfTheRest() {
        course = CoursesFixtures.draft(
                beans,
                beans.getBean(Partners.class).find(partner).orElseThrow(),
                CoursesFixtures.accepted(
                        CoursesFixtures.metadata("marked-course"), CoursesFixtures.LESSON, AssessmentFixtures.ESSAYS));
        CourseVersion version = CoursesFixtures.publish(beans, course);
        signIn(CoursesPermissions.VIEW_DRAFT);
        CourseRunId run =
                beans.getBean(CourseRuns.class).ofCourse(course).getFirst().id();
        for (int i = 0; i < 20; i++) {
            boolean good = i < 10;
            UUID attempt = answered(
                    version,
                    run,
                    UUID.randomUUID(),
                    1,
                    Map.of("reason", "Unseen rows", "plain", "A text", "sure", good ? "false" : "true"));
            marked(attempt, run, "reason", good ? 4.0 : 3.0);
            marked(attempt, run, "plain", good ? null : 1.0);
        }

        ItemAnalysis sure = statistics.ofQuiz(course, UNIT, run).getLast();

        assertThat(sure.facility()).isEqualTo(0.5);
        assertThat(sure.discrimination()).isCloseTo(1, within(1e-9));
    }

    /** @param points null while it waits */
    private void marked(UUID attempt, CourseRunId run, String question, @Nullable Double points) {
        jdbc.sql("""
                        insert into quiz_marking (id, attempt_id, question_key, run_id, unit_key, submitted_at, state, points)
                        values (?, ?, ?, ?, ?, now(6), ?, ?)
                        """)
                .params(UUID.randomUUID(), attempt, question, run.value(), UNIT)
                .param(points == null ? "WAITING" : "MARKED")
                .param(points)
                .update();
    }

    private UUID answered(
            CourseVersion version, CourseRunId run, UUID learner, int number, Map<String, String> answers) {
        UUID attempt = UUID.randomUUID();
        CourseFile file = version.manifest()
                .file(version.manifest().unit(UNIT).orElseThrow())
                .orElseThrow();
        jdbc.sql("""
                        insert into quiz_attempt (id, version, learner_id, run_id, unit_key, quiz_sha256, number, state, seed,
                            started_at, submitted_at) values (?, 0, ?, ?, ?, ?, ?, 'SUBMITTED', 1, ?, ?)
                        """)
                .params(attempt, learner, run.value(), UNIT, file.sha256(), number, Instant.now(), Instant.now())
                .update();
        answers.forEach((key, answer) -> jdbc.sql("""
                        insert into quiz_answer (attempt_id, question_key, answer, sequence, saved_at)
                        values (?, ?, ?, 1, ?)
                        """)
                .params(attempt, key, "[\"" + answer + "\"]", Instant.now())
                .update());
        return attempt;
    }

    private TakenOver takeOver() {
        return banked.takeOver(partner, course, UNIT, "from a test");
    }

    private Quiz quiz() {
        return QuizReader.read(file(), fault -> {}).orElseThrow();
    }

    private SourceFile file() {
        Draft draft = drafts.find(course).orElseThrow();
        return drafts.file(course, draft.manifest().unit(UNIT).orElseThrow().file())
                .orElseThrow();
    }

    private void signIn(String... permissions) {
        IdentityFixtures.signIn(IdentityFixtures.authentication(
                AccountId.next(),
                Arrays.stream(permissions)
                        .map(permission -> permission + "@" + partner)
                        .toArray(String[]::new)));
    }
}
