package org.collegium.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.collegium.AtOnce;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.ClosingMoved;
import org.collegium.assessment.exam.Accommodation;
import org.collegium.assessment.exam.AccommodationData;
import org.collegium.assessment.exam.Accommodations;
import org.collegium.assessment.exam.ExamPermissions;
import org.collegium.assessment.exam.GroupAccommodation;
import org.collegium.assessment.exam.GroupAccommodations;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersion;
import org.collegium.enrolment.AdasWorkTest;
import org.collegium.enrolment.EnrolmentPermissions;
import org.collegium.enrolment.PastedLine;
import org.collegium.enrolment.RunGroup;
import org.collegium.enrolment.RunGroupId;
import org.collegium.enrolment.RunGroups;
import org.collegium.enrolment.RunPerson;
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
import org.springframework.test.context.event.ApplicationEvents;

/** Groups of the learners of a run, and that they have what their groups were given for as long as they are in them. */
@Tag("module")
class GroupTermsTests extends AdasWorkTest {

    private static final PageRequest PAGE = new PageRequest(0, 10);

    @Autowired
    private Attempts attempts;

    @Autowired
    private Accommodations accommodations;

    @Autowired
    private GroupAccommodations given;

    @Autowired
    private RunGroups groups;

    @Autowired
    private List<PersonalDataExport> exports;

    @Autowired
    private ApplicationEvents recorded;

    private CourseVersion course;
    private ActivityPlace place;
    private CourseRunId run;
    private AccountId ben;

    @BeforeEach
    void adaAndBenAreInACourseWithATimedQuiz() {
        course = AssessmentFixtures.published(
                beans, AssessmentFixtures.QUIZ.replace("passMark: 0.6", "passMark: 0.6\ntimeLimit: 30\nattempts: 2"));
        place = joined(AssessmentFixtures.place(beans, ada, course));
        run = new CourseRunId(AssessmentFixtures.run(place));
        ben = fixtures.learner("Ben");
        AssessmentFixtures.joined(beans, fixtures, ben, course);
        staff();
    }

    @Test
    void aGroupHasANameOfItsOwnAndMembersOfTheRun() {
        RunGroupId group = groups.create(run, "  Evening group ");
        RunGroupId other = groups.create(run, "Another");
        groups.add(run, group, List.of(ada, ben, ada));

        assertThat(groups.list(run, "", PAGE))
                .containsExactly(new RunGroup(other, "Another", 0), new RunGroup(group, "Evening group", 2));
        assertThat(groups.list(run, "even", PAGE)).extracting(RunGroup::id).containsExactly(group);
        assertThat(groups.count(run)).isEqualTo(2);
        assertThat(groups.members(run, group, "BEN", PAGE))
                .extracting(RunPerson::id)
                .containsExactly(ben);
        assertThat(groups.countMembers(run, group, "")).isEqualTo(2);
        assertThat(groups.others(run, group, "", PAGE)).isEmpty();
        assertThat(groups.others(run, other, "", PAGE))
                .extracting(RunPerson::id)
                .containsExactlyInAnyOrder(ada, ben);
        assertThat(groups.read(run, group, "nobody@example.org\nno address\n" + ben + "@example.org"))
                .extracting(PastedLine::outcome)
                .containsExactly(
                        PastedLine.Outcome.NOT_IN_RUN, PastedLine.Outcome.NO_ADDRESS, PastedLine.Outcome.REPLACES);
        assertThat(groups.read(
                        run,
                        other,
                        "Ada <" + ada + "@example.org>; Ben <" + ben + "@example.org>, " + ada + "@EXAMPLE.org"))
                .extracting(PastedLine::text, PastedLine::outcome)
                .containsExactly(
                        Tuple.tuple(ada + "@example.org", PastedLine.Outcome.FOUND),
                        Tuple.tuple(ben + "@example.org", PastedLine.Outcome.FOUND));

        groups.rename(run, other, "Morning group");
        refused("enrolment.group.name.taken", () -> groups.rename(run, other, "EVENING GROUP"));
        refused("enrolment.group.name.taken", () -> groups.create(run, "evening group"));
        refused("enrolment.group.name.length", () -> groups.create(run, " "));
        refused("enrolment.group.name.length", () -> groups.create(run, "a".repeat(81)));
        refused("enrolment.group.members.unknown", () -> groups.add(run, other, List.of(ben, AccountId.next())));
        refused("enrolment.group.gone", () -> groups.add(run, RunGroupId.next(), List.of(ben)));
        assertThat(groups.countMembers(run, other, "")).as("all or none").isZero();
        groups.delete(run, group);
        assertThat(groups.list(run, "", PAGE)).containsExactly(new RunGroup(other, "Morning group", 0));
    }

    @Test
    void whoComesIntoAGroupGetsItsTermsAndWhoLeavesLosesThem() {
        RunGroupId group = groups.create(run, "Night shift");
        groups.add(run, group, List.of(ada));
        give(group, "", 50, "Works at night");
        assertThat(held()).containsExactly(Tuple.tuple(ada, "", 50, "Night shift"));

        groups.add(run, group, List.of(ben));
        assertThat(held())
                .containsExactlyInAnyOrder(
                        Tuple.tuple(ada, "", 50, "Night shift"), Tuple.tuple(ben, "", 50, "Night shift"));
        assertThat(mails(ben))
                .singleElement()
                .asString()
                .contains("45 min (30 + 15 extra) where it gives 30 min", "Works at night");
        groups.add(run, group, List.of(ben));
        give(group, "", 50, "Works at night");
        assertThat(mails(ben)).as("nobody is told twice").hasSize(1);

        long moved = closingsMoved(ben);
        groups.remove(run, group, ben);
        assertThat(held()).containsExactly(Tuple.tuple(ada, "", 50, "Night shift"));
        assertThat(closingsMoved(ben))
                .as("results that wait for the closing are looked at")
                .isEqualTo(moved + 1);
        UUID id = given.list(run, PAGE).getFirst().id();
        assertThat(given.takeBack(run, id).orElseThrow().extraPercent()).isEqualTo(50);
        assertThat(given.takeBack(run, id)).isEmpty();
        assertThat(held()).isEmpty();
    }

    @Test
    void anAttemptUnderWayGetsMoreTimeAtOnceAndKeepsItsTimeWhenItIsTakenBack() {
        OpenAttempt attempt = start();
        Instant due = attempt.time().startedAt().plus(Duration.ofMinutes(30));
        staff();
        RunGroupId group = groups.create(run, "Night shift");
        give(group, "quiz-models", 50, "Works at night");

        groups.add(run, group, List.of(ada));
        assertThat(start().time().due()).isEqualTo(due.plus(Duration.ofMinutes(15)));
        staff();
        groups.remove(run, group, ada);
        assertThat(start().time().due()).isEqualTo(due.plus(Duration.ofMinutes(15)));
        attempts.submit(ada, attempt.id());
        OpenAttempt next = start();
        assertThat(next.time().due()).isEqualTo(next.time().startedAt().plus(Duration.ofMinutes(30)));
    }

    @Test
    void whatIsGivenToOneAloneStaysAndOfSeveralGroupsTheLastCounts() {
        RunGroupId first = groups.create(run, "First");
        RunGroupId second = groups.create(run, "Second");
        groups.add(run, first, List.of(ada, ben));
        groups.add(run, second, List.of(ada, ben));
        accommodations.give(run, new AccommodationData(ben, "", 10, 0, null, null, 0, "Alone"));
        give(first, "", 50, "One");
        give(second, "", 25, "Two");

        assertThat(held()).containsExactlyInAnyOrder(Tuple.tuple(ada, "", 25, "Second"), Tuple.tuple(ben, "", 10, ""));
        Accommodation adas = accommodations.list(run, "Ada", PAGE).getFirst();
        assertThat(accommodations.takeBack(run, adas.id()))
                .as("it is the group's")
                .isEmpty();
        groups.delete(run, second);
        assertThat(held()).contains(Tuple.tuple(ada, "", 50, "First"));
        assertThat(given.count(run)).isEqualTo(1);
        Accommodation bens = accommodations.list(run, "Ben", PAGE).getFirst();
        assertThat(accommodations.takeBack(run, bens.id())).isPresent();
        assertThat(held()).contains(Tuple.tuple(ben, "", 50, "First"));
    }

    /** One takes back what the first group was given, while what the second one was given is under way. */
    @Test
    void whatASecondGroupIsGivenInTheSameMomentIsNotTakenAwayWithTheFirst() throws Exception {
        RunGroupId second = adaIsInTwoGroups();
        UUID first = given.list(run, PAGE).getFirst().id();

        inTheSameMoment(() -> give(second, "", 25, "Two"), () -> given.takeBack(run, first));

        assertThat(held()).containsExactly(Tuple.tuple(ada, "", 25, "Second"));
    }

    @Test
    void whatTwoTakeBackInTheSameMomentNobodyHasAnyMore() throws Exception {
        give(adaIsInTwoGroups(), "", 25, "Two");
        List<UUID> both =
                given.list(run, PAGE).stream().map(GroupAccommodation::id).toList();

        inTheSameMoment(() -> given.takeBack(run, both.getLast()), () -> given.takeBack(run, both.getFirst()));

        assertThat(given.count(run)).isZero();
        assertThat(held()).isEmpty();
    }

    @Test
    void whatIsGivenToOneAloneStaysWhenTheGroupIsGivenSomethingInTheSameMoment() throws Exception {
        RunGroupId second = adaIsInTwoGroups();

        inTheSameMoment(
                () -> accommodations.give(
                        run, new AccommodationData(ada, "quiz-models", 10, 0, null, null, 0, "Alone")),
                () -> give(second, "quiz-models", 25, "Two"));

        assertThat(held()).contains(Tuple.tuple(ada, "quiz-models", 10, ""));
    }

    /** Of the groups the first one is given something. Returns the second one. */
    private RunGroupId adaIsInTwoGroups() {
        RunGroupId first = groups.create(run, "First");
        RunGroupId second = groups.create(run, "Second");
        groups.add(run, first, List.of(ada));
        groups.add(run, second, List.of(ada));
        give(first, "", 50, "One");
        return second;
    }

    /** The second one begins while the transaction of the first is open. */
    private void inTheSameMoment(Runnable one, Runnable other) throws Exception {
        Future<?> begun = transaction.execute(status -> {
            one.run();
            return AtOnce.beside(jdbc, Executors.callable(other));
        });
        begun.get(60, TimeUnit.SECONDS);
    }

    @Test
    void whoLeavesTheRunOrThePlatformLeavesItsGroups() {
        RunGroupId group = groups.create(run, "Night shift");
        groups.add(run, group, List.of(ada, ben));
        give(group, "", 50, "Works at night");
        PersonalDataExport export = exports.stream()
                .filter(one -> one.name().equals("groups"))
                .findFirst()
                .orElseThrow();
        assertThat(export.dataOf(ben).toString()).contains("Night shift");

        fixtures.signIn(ben);
        assertThat(enrolments.withdraw(ben, run)).isTrue();
        staff();
        assertThat(held()).containsExactly(Tuple.tuple(ada, "", 50, "Night shift"));
        assertThat(groups.countMembers(run, group, "")).isEqualTo(1);

        transaction.executeWithoutResult(status -> publisher.publishEvent(new AccountErased(ada, Instant.now())));
        assertThat(groups.find(run, group).orElseThrow().members()).isZero();
        assertThat(held()).isEmpty();
        assertThat((List<?>) export.dataOf(ada)).isEmpty();
    }

    @Test
    void othersAreRefusedAndNobodyGivesThemselvesTimeByAGroup() {
        RunGroupId group = groups.create(run, "Night shift");
        groups.add(run, group, List.of(ben));
        give(group, "", 50, "Works at night");
        UUID id = given.list(run, PAGE).getFirst().id();
        fixtures.signInAsStaff(EnrolmentPermissions.ENROL);
        denied(() -> groups.list(run, "", PAGE));
        denied(() -> groups.count(run));
        denied(() -> groups.find(run, group));
        denied(() -> groups.create(run, "Mine"));
        denied(() -> groups.rename(run, group, "Mine"));
        denied(() -> groups.delete(run, group));
        denied(() -> groups.members(run, group, "", PAGE));
        denied(() -> groups.countMembers(run, group, ""));
        denied(() -> groups.others(run, group, "", PAGE));
        denied(() -> groups.read(run, group, ""));
        denied(() -> groups.add(run, group, List.of(ada)));
        denied(() -> groups.remove(run, group, ben));
        denied(() -> given.list(run, PAGE));
        denied(() -> given.count(run));
        denied(() -> give(group, "", 60, "Mine"));
        denied(() -> given.takeBack(run, id));

        jdbc.sql("insert into partner_staff (partner_id, account_id, role) values (?, ?, 'INSTRUCTOR')")
                .params(course.partner().value(), fixtures.learner("Ira").value())
                .update();
        fixtures.signIn(ada, ExamPermissions.ACCOMMODATE, EnrolmentPermissions.GROUPS);
        refused("enrolment.group.own", () -> groups.add(run, group, List.of(ben, ada)));
        fixtures.signIn(ben, ExamPermissions.ACCOMMODATE, EnrolmentPermissions.GROUPS);
        refused("assessment.given.own", () -> give(group, "", 100, "More"));
        refused("assessment.given.own", () -> given.takeBack(run, id));
        refused("enrolment.group.own", () -> groups.remove(run, group, ben));
        refused("enrolment.group.own", () -> groups.delete(run, group));
    }

    private void give(RunGroupId group, String unit, int percent, String reason) {
        given.give(run, group, new AccommodationData(AccountId.next(), unit, percent, 0, null, null, 0, reason));
        assertThat(given.list(run, PAGE))
                .filteredOn(one -> one.group().id().equals(group))
                .extracting(GroupAccommodation::givenBy)
                .containsExactly("Staff");
    }

    private List<Tuple> held() {
        return accommodations.list(run, "", PAGE).stream()
                .map(one -> Tuple.tuple(
                        one.data().learner(), one.data().unitKey(), one.data().extraPercent(), one.group()))
                .toList();
    }

    private long closingsMoved(AccountId learner) {
        return recorded.stream(ClosingMoved.class)
                .filter(moved -> learner.equals(moved.learner()))
                .count();
    }

    private List<String> mails(AccountId to) {
        return jdbc.sql("select text from mail where account_id = ? and template = 'quiz-accommodation'")
                .param(to.toString())
                .query(String.class)
                .list();
    }

    private void staff() {
        fixtures.signInAsStaff(ExamPermissions.ACCOMMODATE, EnrolmentPermissions.GROUPS);
    }

    private OpenAttempt start() {
        fixtures.signIn(ada);
        return switch (attempts.start(ada, place)) {
            case StartResult.Going(OpenAttempt attempt) -> attempt;
            case StartResult other -> throw new AssertionError(other.toString());
        };
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RuleViolation.class, broken -> assertThat(broken.code()).isEqualTo(code));
    }

    private static void denied(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(AccessDeniedException.class);
    }
}
