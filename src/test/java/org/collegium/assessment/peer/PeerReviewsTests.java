package org.collegium.assessment.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.collegium.FullApplicationTest;
import org.collegium.JobsRest;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.Answer;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.Mark;
import org.collegium.assessment.StartResult;
import org.collegium.assessment.marking.Marking;
import org.collegium.assessment.marking.MarkingPermissions;
import org.collegium.assessment.marking.MarkingQueue;
import org.collegium.assessment.marking.MarkingTask;
import org.collegium.assessment.marking.OpenedAnswer;
import org.collegium.content.Blobs;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Four learners answer an essay, practise on an example, review each other, and get marks; one comes late. */
@Tag("module")
@JobsRest
@FullApplicationTest
class PeerReviewsTests {

    private static final String UNIT = "quiz-models";
    private static final String QUESTION = "reason";
    private static final String COMMENT = "It says what happens, and could say why.";

    @Autowired
    private Marking marking;

    @Autowired
    private MarkingQueue queue;

    @Autowired
    private PeerLeading leading;

    @Autowired
    private PeerReviewing reviewing;

    @Autowired
    private PeerOverview overview;

    @Autowired
    private PeerPhases phases;

    @Autowired
    private Attempts attempts;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService accounts;

    private final List<AccountId> learners = new ArrayList<>();
    private StudyFixtures people;
    private CourseVersion version;
    private CourseRunId run;
    private UUID task;

    @BeforeEach
    void fourHaveAnswered() {
        people = new StudyFixtures(jdbc, accounts);
        version = AssessmentFixtures.published(beans, AssessmentFixtures.ESSAYS);
        run = new CourseRunId(AssessmentFixtures.run(AssessmentFixtures.place(beans, AccountId.next(), version)));
        for (String name : List.of("Ada", "Ben", "Cem", "Dua")) {
            learners.add(answered(name, "What " + name + " thinks of unseen rows"));
        }
        people.signInAsStaff(PeerPermissions.LEAD);
        leading.set(run, UNIT, QUESTION, data(2, 5));
        task = leading.questions(run).stream()
                .filter(question -> question.essay().key().equals(QUESTION))
                .map(PeerQuestion::task)
                .findFirst()
                .map(PeerTask::id)
                .orElseThrow();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void everybodyReviewsOthersAndTheMedianIsTheMark() {
        assertThat(peersUntil()).isNotNull();
        leading.addExample(run, task, "An example", said("full", "whole", "Everything is there, in good words."));
        assertThat(examplesRefuse("full", null)).contains("assessment.peer.levels.missing");
        pass("submit_by");
        phases.sweep();

        assertThat(mails(learners.getFirst())).containsExactly("Peer review: Check yourself");
        Set<UUID> reviewed = new HashSet<>();
        for (AccountId learner : learners) {
            List<PeerTodo> todos = standing(learner).reviews();
            assertThat(todos)
                    .extracting(PeerTodo::kind)
                    .containsExactly(PeerReviewKind.EXAMPLE, PeerReviewKind.PEER, PeerReviewKind.PEER);
            assertThatThrownBy(() -> as(
                            learner, () -> reviewing.paper(learner, todos.get(1).id())))
                    .as("before the example")
                    .isInstanceOf(RuleViolation.class);
            assertThat(as(learner, () -> overview.waiting(learner, run.value()))
                            .orElseThrow()
                            .reviews())
                    .as("an example is not an answer")
                    .isEqualTo(2);
            give(learner, todos.getFirst(), said("full", "whole", COMMENT));
            assertThat(standing(learner).agreement()).isEqualTo(1);
            for (PeerTodo todo : todos.subList(1, 3)) {
                PeerPaper paper = as(learner, () -> reviewing.paper(learner, todo.id()));
                assertThat(paper.text()).startsWith("What ").doesNotContain("What " + name(learner));
                assertThat(reviewed.add(todo.id())).isTrue();
                give(learner, todo, said(paper.text().contains("Ada") ? "full" : "none", "no", COMMENT));
            }
        }
        people.signInAsStaff(PeerPermissions.LEAD);
        assertThat(leading.people(run, task, new PageRequest(0, 10))).allSatisfy(person -> {
            assertThat(person.given()).isEqualTo(2);
            assertThat(person.due()).isEqualTo(2);
            assertThat(person.practised()).isEqualTo(1);
            assertThat(person.examples()).isEqualTo(1);
        });
        pass("review_by");
        phases.sweep();
        phases.sweep();

        assertThat(peersUntil()).as("marks are given").isNull();
        PeerStanding ada = standing(learners.getFirst());
        assertThat(ada.task().phase()).isEqualTo(PeerPhase.DONE);
        assertThat(ada.share()).isCloseTo(4.0 / 6, within(1e-9));
        assertThat(ada.received()).hasSize(2).allMatch(said -> said.comment().equals(COMMENT));
        assertThat(points(learners.get(0))).as("4 of 6, and 5 % for reviewing").isCloseTo(4.3, within(1e-9));
        assertThat(points(learners.get(1))).isCloseTo(0.3, within(1e-9));
        assertThat(mails(learners.getFirst())).hasSize(2);
    }

    /** What the marking desk says of the question. */
    private @Nullable Instant peersUntil() {
        people.signInAsStaff(MarkingPermissions.MARK, PeerPermissions.LEAD);
        return queue.questions(run).stream()
                .filter(question -> question.questionKey().equals(QUESTION))
                .flatMap(question -> Optional.ofNullable(question.peersUntil()).stream())
                .findFirst()
                .orElse(null);
    }

    @Test
    void theOverviewSaysWhatWaitsByWhenAndWhatCameOfIt() {
        AccountId ada = learners.getFirst();
        assertThat(overview(ada)).isEmpty();
        assertThat(as(ada, () -> overview.waiting(ada, run.value()))).isEmpty();
        pass("submit_by");
        phases.sweep();
        PeerOverviewItem waits = overview(ada).getFirst();
        assertThat(waits.quiz()).isEqualTo("Check yourself");
        assertThat(waits.until())
                .isNotNull()
                .isEqualTo(standing(ada).task().data().reviewBy());
        assertThat(waits.wanted()).isEqualTo(2);
        assertThat(waits.waits()).isTrue();
        assertThat(as(ada, () -> overview.waiting(ada, run.value())).orElseThrow())
                .isEqualTo(new PeerOverview.Waiting(2, waits.until()));

        standing(ada).reviews().forEach(todo -> give(ada, todo, said("full", "no", COMMENT)));
        assertThat(as(ada, () -> overview.waiting(ada, run.value()))).contains(new PeerOverview.Waiting(0, null));
        assertThat(overview(ada)).singleElement().satisfies(item -> {
            assertThat(item.given()).isEqualTo(2);
            assertThat(item.waits()).isFalse();
            assertThat(item.received()).as("not before reviewing is over").isZero();
        });
        AccountId ben = learners.get(1);
        standing(ben).reviews().forEach(todo -> give(ben, todo, said("full", "no", COMMENT)));
        pass("review_by");
        phases.sweep();
        List<PeerOverviewItem> over =
                learners.stream().map(this::overview).map(List::getFirst).toList();
        assertThat(over).extracting(PeerOverviewItem::phase).containsOnly(PeerPhase.DONE);
        assertThat(over.stream().mapToInt(PeerOverviewItem::received).sum()).isEqualTo(4);
        assertThat(over)
                .filteredOn(item -> item.received() > 0)
                .allSatisfy(item -> assertThat(item.share()).isCloseTo(4.0 / 6, within(1e-9)));
        jdbc.sql("""
                        insert into grade_entry (run_id, entry_key, position, category_key, points, extra, held)
                        values (?, ?, 0, '', 10, false, true)
                        """).params(run.value(), UNIT).update();
        assertThat(overview(ada).getFirst().held()).isTrue();
        assertThat(overview(ada).getFirst().share()).isNull();
        people.signIn(ben);
        assertThatThrownBy(() -> overview.list(ada, new PageRequest(0, 10))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> overview.count(ada)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> overview.waiting(ada, run.value())).isInstanceOf(AccessDeniedException.class);
    }

    private List<PeerOverviewItem> overview(AccountId learner) {
        List<PeerOverviewItem> found = as(learner, () -> overview.list(learner, new PageRequest(0, 10)));
        assertThat(as(learner, () -> overview.count(learner))).isEqualTo(found.size());
        return found;
    }

    @Test
    void whatAPersonHasMarkedStaysAndWhatNobodyReviewsWaits() {
        pass("submit_by");
        phases.sweep();
        AccountId ada = learners.getFirst();
        jdbc.sql("""
                        update quiz_marking m join quiz_attempt a on a.id = m.attempt_id set m.state = 'MARKED', m.points = 6
                        where a.learner_id = ? and m.question_key = ?""").params(learners.get(1).value(), QUESTION).update();
        standing(ada).reviews().forEach(todo -> give(ada, todo, said("part", "no", COMMENT)));
        pass("review_by");
        phases.sweep();

        assertThat(points(learners.get(1))).isEqualTo(6);
        assertThat(points(ada)).as("nobody reviewed it").isNull();
        assertThat(standing(ada).share()).isNull();
    }

    @Test
    void reviewsCountAlsoWhenTheRunWentOnWithoutTheQuestionAndNobodyIsSentToWhatIsKeptBack() {
        pass("submit_by");
        phases.sweep();
        AccountId ada = learners.getFirst();
        for (AccountId learner : learners) {
            standing(learner).reviews().forEach(todo -> give(learner, todo, said("full", "whole", COMMENT)));
        }
        jdbc.sql("update course_run set version_id = ? where id = ?")
                .params(
                        AssessmentFixtures.published(beans, AssessmentFixtures.QUIZ)
                                .id()
                                .value(),
                        run.value())
                .update();
        jdbc.sql("""
                        insert into grade_entry (run_id, entry_key, position, category_key, points, extra, held)
                        values (?, ?, 0, '', 10, false, true)
                        """).params(run.value(), UNIT).update();
        pass("review_by");
        phases.sweep();

        assertThat(points(ada)).isEqualTo(6);
        people.signInAsStaff(PeerPermissions.LEAD);
        assertThat(leading.questions(run))
                .extracting(question -> question.essay().key())
                .containsExactly(QUESTION);
        assertThat(jdbc.sql("select text from mail where account_id = ? and template = 'assessment-peer'")
                        .param(ada.value())
                        .query(String.class)
                        .list()
                        .getLast())
                .contains("The score of the quiz is not shown now")
                .doesNotContain("You can read", "They are to be given");
    }

    @Test
    void whoComesLateAndWhatIsMissingCanBeAllottedAgain() {
        pass("submit_by");
        phases.sweep();
        AccountId ada = learners.getFirst();
        standing(ada).reviews().forEach(todo -> give(ada, todo, said("part", "no", COMMENT)));
        AccountId late = answered("Eve", "What Eve thinks of unseen rows");
        assertThat(standing(late).takesPart()).isFalse();

        people.signInAsStaff(PeerPermissions.LEAD);
        assertThat(leading.remind(run, task)).isEqualTo(3);
        int more = leading.giveMore(run, task);

        assertThat(more).isGreaterThanOrEqualTo(3);
        assertThat(standing(late).takesPart()).isTrue();
        assertThat(standing(late).reviews()).isNotEmpty();
        assertThat(standing(ada).reviews().size()).isGreaterThan(2);
        for (AccountId learner : List.of(ada, late)) {
            assertThat(standing(learner).reviews())
                    .filteredOn(todo -> !todo.given())
                    .allSatisfy(todo -> assertThat(as(learner, () -> reviewing.paper(learner, todo.id()))
                                    .text())
                            .doesNotContain("What " + name(learner)));
        }
        people.signInAsStaff(PeerPermissions.LEAD);
        List<PeerPerson> all = leading.people(run, task, new PageRequest(0, 10));
        assertThat(all).hasSize(5);
        assertThat(leading.people(run, task, new PageRequest(3, 2))).isEqualTo(all.subList(3, 5));
    }

    @Test
    void onlyWhoGaveAllOfTheirReviewsIsRewarded() {
        pass("submit_by");
        phases.sweep();
        AccountId ada = learners.getFirst();
        for (AccountId learner : learners) {
            standing(learner).reviews().stream()
                    .limit(learner.equals(ada) ? 1 : 2)
                    .forEach(todo -> give(learner, todo, said("full", "no", COMMENT)));
        }
        pass("review_by");
        phases.sweep();

        assertThat(points(ada)).as("one of two").isCloseTo(4, within(1e-9));
        assertThat(learners.subList(1, 4))
                .allSatisfy(learner -> assertThat(points(learner)).isCloseTo(4.3, within(1e-9)));
    }

    @Test
    void answersThatWereUnderWayWhenTheTimeEndedTakePart() {
        pass("submit_by");
        AccountId inTime = learners.getFirst();
        AccountId late = learners.getLast();
        Map.of(inTime, 9, late, 11)
                .forEach((learner, seconds) -> jdbc.sql("""
                                update quiz_attempt set submitted_at =
                                    (select submit_by from peer_task where id = ?) + interval ? second
                                where learner_id = ? and run_id = ?
                                """)
                        .params(task, seconds, learner.value(), run.value())
                        .update());
        phases.sweep();

        assertThat(standing(inTime).takesPart()).isTrue();
        assertThat(standing(late).takesPart()).isFalse();
    }

    @Test
    void draftsAreKeptAndOnlyWholeReviewsAreTakenInTime() {
        pass("submit_by");
        phases.sweep();
        AccountId ada = learners.getFirst();
        AccountId ben = learners.get(1);
        PeerTodo todo = standing(ada).reviews().getFirst();
        as(ada, () -> {
            reviewing.save(ada, todo.id(), new PeerReviewData(Map.of("why", "part"), null, "Short"));
            return true;
        });

        assertThat(as(ada, () -> reviewing.paper(ada, todo.id())).said().levels())
                .containsEntry("why", "part");
        assertThatThrownBy(() -> give(ada, todo, new PeerReviewData(Map.of("why", "part"), null, "Short")))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        broken -> assertThat(broken.all())
                                .extracting(RuleViolation::code)
                                .containsExactly("assessment.peer.levels.missing", "assessment.peer.comment.short"));
        give(ada, todo, said("part", "no", COMMENT));
        assertThatThrownBy(() -> as(ada, () -> {
                    reviewing.save(ada, todo.id(), new PeerReviewData(Map.of("why", "part"), null, "Short"));
                    return true;
                }))
                .as("what is handed in stays whole")
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> give(ben, todo, said("full", "whole", COMMENT)))
                .as("somebody else's")
                .isInstanceOf(AccessDeniedException.class);
        people.signIn(ben);
        assertThatThrownBy(() -> reviewing.save(ada, todo.id(), PeerReviewData.NONE))
                .isInstanceOf(AccessDeniedException.class);
        pass("review_by");
        assertThatThrownBy(() -> give(ada, todo, said("full", "whole", COMMENT)))
                .as("too late, although the job has not come by")
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void whatIsTakenInTheLastSecondCounts() {
        AccountId late = learners.getLast();
        jdbc.sql("update quiz_attempt set state = 'OPEN', due_at = now(6) - interval 30 second where learner_id = ?")
                .param(late.value())
                .update();
        pass("submit_by", 5);
        phases.sweep();
        assertThat(phase()).as("answers may be under way").isEqualTo("SUBMIT");
        pass("submit_by");
        phases.sweep();
        assertThat(phase()).as("an attempt is still to be ended").isEqualTo("SUBMIT");
        jdbc.sql("update quiz_attempt set state = 'SUBMITTED', submitted_at = due_at where learner_id = ?")
                .param(late.value())
                .update();
        phases.sweep();
        assertThat(standing(late).takesPart()).isTrue();

        AccountId ada = learners.getFirst();
        List<PeerTodo> todos = standing(ada).reviews();
        pass("review_by", 5);
        assertThatThrownBy(() ->
                        as(ada, () -> reviewing.paper(ada, todos.getFirst().id())))
                .as("nobody begins now")
                .isInstanceOf(RuleViolation.class);
        give(ada, todos.getFirst(), said("full", "whole", COMMENT));
        phases.sweep();
        assertThat(phase()).as("reviews may be under way").isEqualTo("REVIEW");
        pass("review_by", 12);
        phases.sweep();
        assertThat(phase()).as("clocks of nodes differ").isEqualTo("REVIEW");
        assertThatThrownBy(() -> give(ada, todos.getLast(), said("full", "whole", COMMENT)))
                .as("nothing is taken now")
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refused -> assertThat(refused.code()).isEqualTo("assessment.peer.not-open"));
        pass("review_by", 16);
        phases.sweep();

        assertThat(phase()).isEqualTo("DONE");
        assertThat(learners.stream().filter(learner -> points(learner) != null)).hasSize(1);
    }

    private String phase() {
        return jdbc.sql("select phase from peer_task where id = ?")
                .param(task)
                .query(String.class)
                .single();
    }

    @Test
    void ownReviewsComeLastAndDoNotCount() {
        leading.set(run, UNIT, QUESTION, new PeerTaskData(1, in(1), in(2), in(3), 0));
        pass("submit_by");
        phases.sweep();
        learners.forEach(learner ->
                standing(learner).reviews().forEach(todo -> give(learner, todo, said("part", "no", COMMENT))));
        pass("review_by");
        phases.sweep();
        AccountId ada = learners.getFirst();
        PeerTodo own = standing(ada).reviews().getLast();

        assertThat(own.kind()).isEqualTo(PeerReviewKind.SELF);
        assertThat(as(ada, () -> reviewing.paper(ada, own.id())).text()).contains("What Ada");
        give(ada, own, said("full", "whole", COMMENT));
        pass("self_by");
        phases.sweep();
        assertThat(points(ada)).isCloseTo(2, within(1e-9));
        people.signInAsStaff(PeerPermissions.LEAD);
        PeerPerson shown = leading.people(run, task, new PageRequest(0, 10)).stream()
                .filter(person -> person.name().equals("Ada"))
                .findFirst()
                .orElseThrow();
        assertThat(leading.received(run, task, shown.text()))
                .extracting(PeerReceived::self)
                .containsExactly(false, true);

        UUID answer = Objects.requireNonNull(shown.marking());
        people.signInAsStaff(MarkingPermissions.MARK);
        assertThat(marking.open(run, answer))
                .isInstanceOfSatisfying(
                        OpenedAnswer.Open.class,
                        open -> assertThat(open.answer().task()).isEqualTo(MarkingTask.OVERRULE));
        Mark otherwise = new Mark(6, Map.of("why", "full", "clear", "whole"), "");
        assertThatThrownBy(() -> marking.give(run, answer, MarkingTask.OVERRULE, otherwise, ""))
                .hasMessageContaining("reason");
        marking.give(run, answer, MarkingTask.OVERRULE, otherwise, "Peers missed the point");
        assertThat(points(ada)).isCloseTo(6, within(1e-9));
    }

    @Test
    void whatHasHappenedStaysAsItIs() {
        pass("submit_by");
        phases.sweep();
        people.signInAsStaff(PeerPermissions.LEAD);

        assertThatThrownBy(() -> leading.set(run, UNIT, QUESTION, data(3, 5))).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> leading.stop(run, task)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> leading.addExample(run, task, "Too late", said("full", "whole", COMMENT)))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> leading.set(run, UNIT, "sure", data(2, 5)))
                .as("no essay")
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> leading.people(CourseRunId.next(), task, new PageRequest(0, 10)))
                .isInstanceOf(AccessDeniedException.class);
        people.signIn(learners.getFirst());
        assertThatThrownBy(() -> leading.questions(run)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatIsAboutAPersonGoesWithThem() {
        pass("submit_by");
        phases.sweep();
        AccountId ada = learners.getFirst();
        PeerTodo first = standing(ada).reviews().getFirst();
        give(ada, first, said("part", "no", COMMENT));
        PersonsPeerReviews persons = beans.getBean(PersonsPeerReviews.class);
        assertThat(persons.dataOf(ada).toString()).contains(COMMENT).doesNotContain("Ben");

        transaction.executeWithoutResult(status -> events.publishEvent(new AccountErased(ada, Instant.now())));

        assertThat(count("select count(*) from peer_text where learner_id = ?", ada.value()))
                .isZero();
        assertThat(count("select count(*) from peer_review where reviewer_id = ?", ada.value()))
                .isZero();
        assertThat(count("select count(*) from peer_review where id = ?", first.id()))
                .as("it is part of somebody else's mark")
                .isEqualTo(1);
        assertThat(persons.dataOf(ada).toString()).doesNotContain(COMMENT);
    }

    /** On the screen, in the list of all, in mails and in what a person takes along. */
    @Test
    void whatOthersSaidIsReadWhenTheMarksAreGivenAndTheQuizShowsIt() throws IOException {
        AccountId ada = learners.getFirst();
        pass("submit_by");
        phases.sweep();
        for (AccountId learner : learners) {
            standing(learner).reviews().forEach(todo -> give(learner, todo, said("full", "whole", COMMENT)));
        }
        assertThat(exported(ada).get("written")).hasSize(2);
        assertThat(exported(ada).get("received")).as("while others review").isEmpty();

        show("score: closed, feedback: attempt");
        pass("review_by");
        phases.sweep();
        phases.sweep();
        assertThat(standing(ada).task().phase()).isEqualTo(PeerPhase.DONE);
        assertThat(standing(ada).share()).isNull();
        assertThat(standing(ada).held()).isTrue();
        assertThat(standing(ada).received()).hasSize(2).allSatisfy(said -> {
            assertThat(said.comment()).isEqualTo(COMMENT);
            assertThat(said.levels()).isEmpty();
        });
        assertThat(overview(ada).getFirst().share()).isNull();
        assertThat(overview(ada).getFirst().received()).isZero();
        assertThat(exported(ada).get("received").toString()).contains(COMMENT).doesNotContain("full");
        assertThat(exported(ada).get("tookPart").get(0).get("share").isNull()).isTrue();
        assertThat(jdbc.sql("select text from mail where account_id = ? and template = 'assessment-peer'")
                        .param(ada.value())
                        .query(String.class)
                        .list()
                        .getLast())
                .contains("The score of the quiz is not shown now");

        show("score: attempt, feedback: never");
        assertThat(standing(ada).share()).isEqualTo(1);
        assertThat(standing(ada).received()).isEmpty();
        assertThat(exported(ada).get("received")).isEmpty();
        assertThat(exported(ada).get("tookPart").get(0).get("share").asDouble()).isEqualTo(1);
    }

    /** Lets the attempts be of a quiz that shows of its results what this says. */
    private void show(String review) throws IOException {
        String quiz = AssessmentFixtures.ESSAYS.replace("passMark: 0.6", "passMark: 0.6\nreview: { " + review + " }");
        String sha256 = beans.getBean(Blobs.class)
                .put(quiz.getBytes(StandardCharsets.UTF_8))
                .sha256();
        jdbc.sql("update quiz_attempt set quiz_sha256 = ? where run_id = ?")
                .params(sha256, run.value())
                .update();
    }

    private JsonNode exported(AccountId learner) {
        return JsonMapper.builder()
                .build()
                .valueToTree(beans.getBean(PersonsPeerReviews.class).dataOf(learner));
    }

    private String examplesRefuse(String why, @Nullable String clear) {
        try {
            leading.addExample(
                    run,
                    task,
                    "Another",
                    new PeerReviewData(clear == null ? Map.of("why", why) : Map.of(), null, COMMENT));
            return "";
        } catch (RuleViolation refused) {
            return refused.code();
        }
    }

    private AccountId answered(String name, String text) {
        AccountId learner = people.learner(name);
        ActivityPlace place = AssessmentFixtures.joined(beans, people, learner, version);
        StartResult.Going going = (StartResult.Going) attempts.start(learner, place);
        attempts.save(learner, going.attempt().id(), Map.of(QUESTION, Answer.of(text)));
        attempts.submit(learner, going.attempt().id());
        return learner;
    }

    private PeerStanding standing(AccountId learner) {
        return as(learner, () -> reviewing.of(learner, run.value(), UNIT)).getFirst();
    }

    private void give(AccountId learner, PeerTodo todo, PeerReviewData said) {
        as(learner, () -> {
            reviewing.give(learner, todo.id(), said);
            return true;
        });
    }

    private <T> T as(AccountId learner, Supplier<T> work) {
        return people.as(learner, work);
    }

    private String name(AccountId learner) {
        return jdbc.sql("select name from account where id = ?")
                .param(learner.value())
                .query(String.class)
                .single();
    }

    private @Nullable Double points(AccountId learner) {
        return jdbc.sql("""
                        select m.points from quiz_marking m join quiz_attempt a on a.id = m.attempt_id
                        where a.learner_id = ? and m.question_key = ? and m.state = 'MARKED'""")
                .params(learner.value(), QUESTION)
                .query(Double.class)
                .optional()
                .orElse(null);
    }

    private List<String> mails(AccountId learner) {
        return jdbc.sql("select subject from mail where account_id = ? and template = 'assessment-peer'")
                .param(learner.value())
                .query(String.class)
                .list();
    }

    private int count(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(Integer.class).single();
    }

    /** Lets a time of the task be over, and what was under way then; who has answered did so before. */
    private void pass(String column) {
        jdbc.sql("update quiz_attempt set submitted_at = submitted_at - interval 1 minute where run_id = ?")
                .param(run.value())
                .update();
        pass(column, 20);
    }

    private void pass(String column, int secondsAgo) {
        jdbc.sql("update peer_task set " + column + " = now(6) - interval ? second where id = ?")
                .params(secondsAgo, task)
                .update();
    }

    private static PeerReviewData said(String why, String clear, String comment) {
        return new PeerReviewData(Map.of("why", why, "clear", clear), null, comment);
    }

    private static PeerTaskData data(int reviews, int reward) {
        return new PeerTaskData(reviews, in(1), in(2), null, reward);
    }

    private static Instant in(int hours) {
        return Instant.now().plus(hours, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    }
}
