package org.collegium.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.collegium.JobsRest;
import org.collegium.activity.journal.WorkId;
import org.collegium.activity.journal.WorkJournal;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.AttemptClocks;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.Attempts;
import org.collegium.assessment.Mark;
import org.collegium.assessment.ResultNotes;
import org.collegium.assessment.appeals.Appeals;
import org.collegium.assessment.appeals.AppealsPermissions;
import org.collegium.assessment.appeals.OwnAppeals;
import org.collegium.assessment.exam.AccommodationData;
import org.collegium.assessment.exam.Accommodations;
import org.collegium.assessment.exam.ExamPermissions;
import org.collegium.assessment.exam.GroupAccommodations;
import org.collegium.assessment.marking.Marking;
import org.collegium.assessment.marking.MarkingFilter;
import org.collegium.assessment.marking.MarkingPermissions;
import org.collegium.assessment.marking.MarkingQueue;
import org.collegium.assessment.marking.MarkingTask;
import org.collegium.assessment.marking.OpenedAnswer;
import org.collegium.assessment.peer.PeerLeading;
import org.collegium.assessment.peer.PeerPermissions;
import org.collegium.assessment.peer.PeerReviewData;
import org.collegium.assessment.peer.PeerReviewing;
import org.collegium.assessment.peer.PeerTaskData;
import org.collegium.assessment.regrading.QuizRegrades;
import org.collegium.assessment.regrading.RegradeRule;
import org.collegium.assessment.regrading.RegradingPermissions;
import org.collegium.content.BlobId;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.enrolment.AdasWorkTest;
import org.collegium.enrolment.EnrolmentPermissions;
import org.collegium.enrolment.RunGroupId;
import org.collegium.enrolment.RunGroups;
import org.collegium.gradebook.GivingGrades;
import org.collegium.gradebook.GradeBooks;
import org.collegium.gradebook.GradebookPermissions;
import org.collegium.identity.AccountId;
import org.collegium.integrity.cases.Cases;
import org.collegium.integrity.cases.Decision;
import org.collegium.integrity.cases.NewCase;
import org.collegium.integrity.cases.OpeningCases;
import org.collegium.integrity.cases.OwnCases;
import org.collegium.integrity.cases.Verdict;
import org.collegium.integrity.similarity.ComparingForTests;
import org.collegium.integrity.similarity.Comparisons;
import org.collegium.integrity.trace.TraceAddress;
import org.collegium.integrity.trace.Traces;
import org.collegium.learning.LearningPermissions;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Uuids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/**
 * Everything at a quiz that has an id of its own, asked for and acted on by whoever holds the same role elsewhere: an instructor of another
 * partner, by their own run and by the one that it belongs to, and another learner of the same run. They get nothing, and nothing changes.
 */
@Tag("module")
@JobsRest
class ThingsOfOthersTests extends AdasWorkTest {

    private static final PageRequest FIRST = new PageRequest(0, 10);
    private static final String UNIT = AlikeTexts.UNIT;
    private static final String ESSAY = "why";
    private static final PeerReviewData SAID = new PeerReviewData(Map.of(), 0.5, "It says what happens, and not why.");

    private static final List<String> TEACHES = List.of(
            MarkingPermissions.MARK,
            AppealsPermissions.REPLY,
            PeerPermissions.LEAD,
            RegradingPermissions.REGRADE,
            ExamPermissions.SET_TIMES,
            ExamPermissions.ACCOMMODATE,
            EnrolmentPermissions.GROUPS,
            LearningPermissions.VIEW_LEARNERS,
            GradebookPermissions.VIEW,
            GradebookPermissions.GRADE,
            GradebookPermissions.SET_UP,
            IntegrityPermissions.LOOK,
            IntegrityPermissions.CASES);

    private AlikeTexts texts;
    private CourseRunId own;
    private AccountId teacher;
    private AccountId other;

    private AttemptId attempt;
    private UUID marking;
    private UUID appeal;
    private UUID task;
    private UUID example;
    private UUID peerText;
    private UUID review;
    private UUID regrade;
    private UUID pair;
    private UUID trial;
    private UUID party;
    private UUID accommodation;
    private UUID groupAccommodation;
    private RunGroupId group;

    @BeforeEach
    void aRunWithOneOfEverything() {
        texts = new AlikeTexts(beans, fixtures);
        attempt = texts.attempt(texts.ada).id();
        teacher = fixtures.learner("Ira Instructor");
        other = fixtures.learner("Otto Elsewhere");
        CourseVersion elsewhere = AssessmentFixtures.published(beans, AlikeTexts.QUIZ);
        own = new CourseRunId(AssessmentFixtures.run(AssessmentFixtures.place(beans, ada, elsewhere)));
        String unused = traced();
        signIn(teacher, texts.course);
        marking = one("select id from quiz_marking where attempt_id = ?", attempt.value());
        appeal = written("""
                insert into quiz_appeal (id, attempt_id, question_key, text, points, state, appealed_at, reply_due_at)
                values (?, ?, 'word', 'Look again', 0, 'WAITING', now(6), now(6) + interval 7 day)
                """, attempt.value());
        regrade = regrade();
        accommodations();
        pair = ComparingForTests.pair(beans, texts.run, UNIT);
        trial = bean(OpeningCases.class).ofPair(texts.run, pair, concern());
        party = one("select id from integrity_party where case_id = ? order by place limit 1", trial);
        peers();
    }

    private String traced() {
        fixtures.signIn(texts.ada);
        String window = bean(TraceAddress.class).opened(texts.ada, attempt, "192.0.2.7");
        jdbc.sql("""
                        insert into integrity_event (attempt_id, event_key, learner_id, run_id, kind, at, received_at, seconds, network)
                        select id, uuid(), learner_id, run_id, 'AWAY', submitted_at, submitted_at, 5, 1 from quiz_attempt where id = ?
                        """).param(attempt.value()).update();
        return window;
    }

    private UUID regrade() {
        UUID id = Uuids.next();
        jdbc.sql("""
                        insert into quiz_regrade (id, run_id, unit_key, quiz_sha256, before_sha256, key_sha256, reason, state,
                            under_way, begun_at)
                        select ?, run_id, unit_key, quiz_sha256, quiz_sha256, quiz_sha256, 'The key was wrong', 'PREVIEWED',
                            concat(run_id, '/', unit_key), now(6) from quiz_attempt where id = ?
                        """).params(id, attempt.value()).update();
        return id;
    }

    private void accommodations() {
        bean(Accommodations.class).give(texts.run, more(texts.ada));
        accommodation = one("select id from quiz_accommodation where learner_id = ?", texts.ada.value());
        group = bean(RunGroups.class).create(texts.run, "Night shift");
        bean(RunGroups.class).add(texts.run, group, List.of(texts.ben));
        bean(GroupAccommodations.class).give(texts.run, group, more(texts.ben));
        groupAccommodation = one("select id from quiz_group_accommodation where group_id = ?", group.value());
    }

    private void peers() {
        Instant now = Instant.now();
        bean(PeerLeading.class)
                .set(
                        texts.run,
                        UNIT,
                        ESSAY,
                        new PeerTaskData(1, now.plus(Duration.ofHours(1)), now.plus(Duration.ofHours(2)), null, 0));
        task = one("select id from peer_task where run_id = ?", texts.run.value());
        bean(PeerLeading.class).addExample(texts.run, task, "An example", SAID);
        example = one("select id from peer_example where task_id = ?", task);
        peerText = Uuids.next();
        jdbc.sql("insert into peer_text (id, task_id, learner_id, attempt_id, told) values (?, ?, ?, ?, '')")
                .params(peerText, task, texts.ada.value(), attempt.value())
                .update();
        review = Uuids.next();
        jdbc.sql("""
                        insert into peer_review (id, task_id, reviewer_id, text_id, number, levels, comment)
                        values (?, ?, ?, ?, 1, '{}', '')
                        """).params(review, task, texts.ben.value(), peerText).update();
    }

    @Test
    void whoeverTeachesElsewhereGetsNothingByTheirOwnRun() {
        Map<String, String> before = everything();
        signIn(other, own);

        byRun(own).forEach((what, act) -> assertThat(outcome(act)).as(what).isIn("nothing", "refused", "denied"));

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whoeverTeachesElsewhereIsRefusedAtTheRunOfOthers() {
        Map<String, String> before = everything();
        signIn(other, own);

        byRun(texts.run)
                .forEach((what, act) -> assertThat(outcome(act)).as(what).isEqualTo("denied"));

        assertThat(everything()).isEqualTo(before);
    }

    /** That the acts are not refused for a reason of their own. */
    @Test
    void whoeverTeachesThereGetsAllOfIt() {
        signIn(teacher, texts.course);

        byRun(texts.run).forEach((what, act) -> {
            if (what.startsWith("look")) {
                assertThat(outcome(act)).as(what).isEqualTo("something");
            }
        });
    }

    @Test
    void anotherLearnerOfTheSameRunGetsNothing() {
        Map<String, String> before = everything();
        AccountId cleo = texts.cleo;
        fixtures.signIn(cleo);
        WorkId work = new WorkId(one("select id from work_journal where subject_id = ?", attempt.value()));

        Map<String, Callable<?>> acts = new LinkedHashMap<>();
        for (AccountId as : List.of(cleo, texts.ada)) {
            String who = as.equals(cleo) ? "in their own name: " : "in the name of another: ";
            acts.put(who + "result", () -> bean(Attempts.class).result(as, attempt));
            acts.put(who + "submit", () -> bean(Attempts.class).submit(as, attempt));
            acts.put(who + "save", () -> bean(Attempts.class).save(as, attempt, Map.of()));
            acts.put(who + "credits", () -> bean(AttemptClocks.class).credits(as, attempt));
            acts.put(who + "notes", () -> bean(ResultNotes.class).of(as, attempt));
            acts.put(who + "regrades", () -> bean(QuizRegrades.class).of(as, attempt));
            acts.put(
                    who + "appeals",
                    () -> bean(OwnAppeals.class).of(as, attempt).of("word"));
            acts.put(who + "appeal", () -> run(() -> bean(OwnAppeals.class).appeal(as, attempt, ESSAY, "Mine")));
            acts.put(who + "trace", () -> bean(Traces.class).own(as, attempt));
            acts.put(who + "case", () -> bean(OwnCases.class).look(as, trial));
            acts.put(who + "concerned", () -> bean(OwnCases.class).concerns(as, trial));
            acts.put(who + "statement", () -> run(() -> bean(OwnCases.class).state(as, trial, "It was me")));
            acts.put(who + "paper", () -> bean(PeerReviewing.class).paper(as, review));
            acts.put(who + "review", () -> run(() -> bean(PeerReviewing.class).save(as, review, SAID)));
            acts.put(
                    who + "hand in a review",
                    () -> run(() -> bean(PeerReviewing.class).give(as, review, SAID)));
            acts.put(who + "answers", () -> bean(WorkJournal.class).latest(as, work));
            acts.put(who + "versions", () -> bean(WorkJournal.class).history(as, work, ESSAY, FIRST));
            acts.put(who + "version", () -> bean(WorkJournal.class).entry(as, work, 1));
            acts.put(who + "close", () -> bean(WorkJournal.class).close(as, work));
        }

        acts.forEach((what, act) -> assertThat(outcome(act)).as(what).isIn("nothing", "denied", "refused"));
        assertThat(everything()).isEqualTo(before);
    }

    /** What can be asked and done with the things of the run of others; what begins with "look" finds something there. */
    private Map<String, Callable<?>> byRun(CourseRunId run) {
        Map<String, Callable<?>> acts = new LinkedHashMap<>();
        acts.put("look at appeal", () -> bean(Appeals.class).find(run, appeal));
        acts.put("look at appealed attempt", () -> bean(Appeals.class).attempt(run, appeal));
        acts.put("grant", () -> run(() -> bean(Appeals.class).grant(run, appeal, 1, "Right")));
        acts.put("decline", () -> run(() -> bean(Appeals.class).decline(run, appeal, "Wrong")));
        acts.put("look at answer", () -> bean(Marking.class).open(run, marking));
        acts.put(
                "look for the next",
                () -> bean(MarkingQueue.class).next(run, UNIT, ESSAY, MarkingFilter.ALL, new UUID(0, 0)));
        acts.put(
                "mark", () -> bean(Marking.class).give(run, marking, MarkingTask.FIRST, new Mark(1, Map.of(), ""), ""));
        acts.put("take a mark back", () -> bean(Marking.class).undo(run, marking));
        acts.put("look at regrade", () -> bean(QuizRegrades.class).find(run, regrade));
        acts.put("changes", () -> bean(QuizRegrades.class).changes(run, regrade, FIRST));
        acts.put("apply", () -> run(() -> bean(QuizRegrades.class).apply(run, regrade, RegradeRule.EXACT)));
        acts.put("cancel", () -> run(() -> bean(QuizRegrades.class).cancel(run, regrade)));
        acts.put("undo", () -> bean(QuizRegrades.class).undo(run, regrade, "Not so"));
        acts.put("keys", () -> bean(QuizRegrades.class).keyed(run, UNIT, new BlobId("0".repeat(64))));
        acts.put("end more time", () -> bean(Accommodations.class).takeBack(run, accommodation));
        acts.put("give more time", () -> run(() -> bean(Accommodations.class).give(run, more(texts.cleo))));
        acts.put(
                "give a group more time",
                () -> run(() -> bean(GroupAccommodations.class).give(run, group, more(texts.ben))));
        acts.put(
                "end more time of a group",
                () -> bean(GroupAccommodations.class).takeBack(run, groupAccommodation));
        acts.put("look at group", () -> bean(RunGroups.class).find(run, group));
        acts.put("look at members", () -> bean(RunGroups.class).members(run, group, "", FIRST));
        acts.put("rename a group", () -> run(() -> bean(RunGroups.class).rename(run, group, "Day shift")));
        acts.put("add a member", () -> run(() -> bean(RunGroups.class).add(run, group, List.of(texts.cleo))));
        acts.put("remove a member", () -> run(() -> bean(RunGroups.class).remove(run, group, texts.ben)));
        acts.put("delete a group", () -> run(() -> bean(RunGroups.class).delete(run, group)));
        acts.put("look at examples", () -> bean(PeerLeading.class).examples(run, task));
        acts.put("add an example", () -> run(() -> bean(PeerLeading.class).addExample(run, task, "Mine", SAID)));
        acts.put("remove an example", () -> bean(PeerLeading.class).removeExample(run, task, example));
        acts.put("look at people", () -> bean(PeerLeading.class).people(run, task, FIRST));
        acts.put("received", () -> bean(PeerLeading.class).received(run, task, peerText));
        acts.put("remind", () -> bean(PeerLeading.class).remind(run, task));
        acts.put("give more reviews", () -> bean(PeerLeading.class).giveMore(run, task));
        acts.put("stop", () -> run(() -> bean(PeerLeading.class).stop(run, task)));
        acts.put("look at pair", () -> bean(Comparisons.class).find(run, pair));
        acts.put("open a case of a pair", () -> bean(OpeningCases.class).ofPair(run, pair, concern()));
        acts.put("look at trace", () -> bean(Traces.class).find(run, attempt));
        acts.put("open a case of a trace", () -> bean(OpeningCases.class).ofTrace(run, attempt, concern()));
        acts.put("look at case", () -> bean(Cases.class).look(run, trial));
        acts.put("look at acts", () -> bean(Cases.class).acts(run, trial, FIRST));
        acts.put(
                "decide",
                () -> bean(Cases.class)
                        .decide(run, trial, party, 0, Decision.of(Verdict.NO_MISCONDUCT, "Nothing in it")));
        acts.put("agree", () -> run(() -> bean(Cases.class).agree(run, trial, party, 0)));
        acts.put("disagree", () -> run(() -> bean(Cases.class).disagree(run, trial, party, 0, "No")));
        acts.put("take a proposal back", () -> run(() -> bean(Cases.class).takeBack(run, trial, party, 0)));
        acts.put("open a case again", () -> run(() -> bean(Cases.class).reopen(run, trial, party, 0, "Again")));
        acts.put("look at a learner's grades", () -> bean(GradeBooks.class).learner(run, texts.ada));
        acts.put("a learner's history", () -> bean(GivingGrades.class).history(run, texts.ada, UNIT));
        acts.put("grade", () -> run(() -> bean(GivingGrades.class).give(run, texts.ada, UNIT, 100, "Well", null)));
        acts.put("excuse", () -> run(() -> bean(GivingGrades.class).excuse(run, texts.ada, UNIT, "Ill", null)));
        return acts;
    }

    private static NewCase concern() {
        return new NewCase("How did this come about?", Instant.now().plus(Duration.ofDays(10)), false);
    }

    private static AccommodationData more(AccountId learner) {
        return new AccommodationData(learner, "", 50, 0, null, null, 0, "Reads slowly");
    }

    /** What an act did is seen in the tables. */
    private static boolean run(Runnable act) {
        act.run();
        return false;
    }

    private static String outcome(Callable<?> act) {
        try {
            Object found = act.call();
            boolean nothing = switch (found) {
                case null -> true;
                case Optional<?> some -> some.isEmpty();
                case Collection<?> all -> all.isEmpty();
                case Boolean done -> !done;
                case Number number -> number.intValue() == 0;
                case OpenedAnswer.Unknown _ -> true;
                default -> false;
            };
            return nothing ? "nothing" : "something";
        } catch (AccessDeniedException denied) {
            return "denied";
        } catch (RuleViolation refused) {
            return "refused";
        } catch (Exception fault) {
            throw new AssertionError(fault);
        }
    }

    private void signIn(AccountId person, CourseVersion at) {
        signIn(person, at.partner().value());
    }

    private void signIn(AccountId person, CourseRunId at) {
        signIn(person, one("select partner_id from course_run where id = ?", at.value()));
    }

    private void signIn(AccountId person, UUID partner) {
        fixtures.signIn(
                person,
                TEACHES.stream().map(permission -> permission + "@" + partner).toArray(String[]::new));
    }

    /** What is in the tables, in short. */
    private Map<String, String> everything() {
        List<String> tables = new ArrayList<>(jdbc.sql("""
                        select table_name from information_schema.tables where table_schema = database()
                            and (table_name like 'quiz\\_%' or table_name like 'peer\\_%' or table_name like 'integrity\\_%'
                                or table_name like 'run\\_group%' or table_name like 'grade\\_%' or table_name like 'work\\_%'
                                or table_name = 'mail')
                        order by table_name
                        """).query(String.class).list());
        assertThat(tables).hasSizeGreaterThan(25);
        Map<String, String> sums = new LinkedHashMap<>();
        jdbc.sql("checksum table " + String.join(", ", tables)).query(row -> {
            sums.put(row.getString(1), row.getString(2));
        });
        return sums;
    }

    private UUID written(String insert, UUID about) {
        UUID id = Uuids.next();
        jdbc.sql(insert).params(id, about).update();
        return id;
    }

    private UUID one(String query, UUID about) {
        return jdbc.sql(query).param(about).query(UUID.class).single();
    }

    private <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }
}
