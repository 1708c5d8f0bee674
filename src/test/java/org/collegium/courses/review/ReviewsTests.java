package org.collegium.courses.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.collegium.CountedQueries;
import org.collegium.FullApplicationTest;
import org.collegium.JobsRest;
import org.collegium.content.BlobId;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Drafts;
import org.collegium.courses.PublishResult;
import org.collegium.courses.Publishing;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.Role;
import org.collegium.identity.SystemActor;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
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
import org.springframework.transaction.support.TransactionTemplate;

/** Reviews by another partner and a committee: rounds, decisions, comments, who sees and may what, and two at once. */
@Tag("module")
@JobsRest
@FullApplicationTest
class ReviewsTests {

    private static final PageRequest FIRST = new PageRequest(0, 50);
    private static final ReviewFilter TO_DO = new ReviewFilter(ReviewFilter.Whose.TO_DO, null, "");
    private static final String LESSON =
            "# Models\n\nFirst paragraph of it.\n\nA model is a rule made from examples.\n";

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private SubmittingCourses submitting;

    @Autowired
    private Reviews reviews;

    @Autowired
    private DecidingReviews deciding;

    @Autowired
    private ReviewComments comments;

    @Autowired
    private VersionReviews versionReviews;

    @Autowired
    private ReviewBodies bodies;

    @Autowired
    private SettingStages settings;

    @Autowired
    private ReviewFiles files;

    @Autowired
    private TellingOfComments telling;

    @Autowired
    private PersonsReviews persons;

    @Autowired
    private Publishing publishing;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Courses courses;

    @Autowired
    private SystemActor system;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    private ReviewFixtures fixtures;
    private AccountId author;
    private AccountId reviewer;
    private CourseId course;

    @BeforeEach
    void aCourseThatAnotherPartnerReviews() {
        fixtures = new ReviewFixtures(beans);
        author = fixtures.staff("Aino Author", fixtures.own, Role.AUTHOR);
        reviewer = fixtures.staff("Idris Reviewer", fixtures.other, Role.REVIEWER);
        fixtures.require(fixtures.byOther(1));
        course = as(author, () -> fixtures.draft(LESSON));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void nothingIsPublishedUntilAllStagesApprovedItAsItIs() {
        AccountId first = fixtures.member("Mo Member");
        AccountId second = fixtures.member("Noor Member");
        fixtures.require(fixtures.byOther(1), fixtures.byCommittee(2));
        assertThat(publish()).isInstanceOf(PublishResult.Unreviewed.class);
        ReviewId review = submit("Please look at the quiz.");

        assertThat(fixtures.mails(reviewer)).containsExactly("Please review: A first course");
        assertThat(todo(reviewer)).containsExactly(review);
        assertThat(todo(first)).isEmpty();
        assertThat(decide(reviewer, review, 1, ReviewVerdict.APPROVE)).isEqualTo(ReviewState.OPEN);
        assertThat(todo(reviewer)).isEmpty();
        assertThat(todo(first)).containsExactly(review);
        assertThat(fixtures.mails(first)).hasSize(1);
        assertThat(publish()).isInstanceOf(PublishResult.Unreviewed.class);
        assertThat(decide(first, review, 1, ReviewVerdict.APPROVE)).isEqualTo(ReviewState.OPEN);
        assertThat(as(second, () -> deciding.decide(review, 1, ReviewVerdict.APPROVE, "Good work.", true)))
                .isEqualTo(ReviewState.APPROVED);
        assertThat(fixtures.mails(author)).containsExactly("Approved: A first course");

        PublishResult.Published published = (PublishResult.Published) publish();

        assertThat(seen(author, review).state()).isEqualTo(ReviewState.PUBLISHED);
        assertThat(versionReviews.of(published.version()))
                .extracting(VersionReview::name, VersionReview::role, VersionReview::person)
                .satisfiesExactly(
                        one -> assertThat(one.toList())
                                .containsExactly(fixtures.other.data().name(), Role.REVIEWER, null),
                        two -> assertThat(two.toList().get(2)).isNull(),
                        three -> assertThat(three.toList().get(2)).isEqualTo("Noor Member"));
    }

    @Test
    void whatIsChangedAfterwardsIsAnotherRoundWhichIsReviewedAnew() {
        ReviewId review = submit("");
        decide(reviewer, review, 1, ReviewVerdict.APPROVE);
        as(author, () -> {
            fixtures.write(course, LESSON + "\nMore.\n");
            return true;
        });

        assertThat(publish()).isInstanceOf(PublishResult.Unreviewed.class);
        assertThat(as(reviewer, () -> reviews.text(review, 1, "what-is-a-model"))
                        .orElseThrow()
                        .html())
                .doesNotContain("More.");
        assertThat(submit("With more.")).isEqualTo(review);
        assertThat(seen(reviewer, review))
                .extracting(CourseReview::round, CourseReview::state, CourseReview::standing)
                .containsExactly(2, ReviewState.OPEN, Standing.ASKED);
        assertThatThrownBy(() -> decide(reviewer, review, 1, ReviewVerdict.APPROVE))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("other-round");
        decide(reviewer, review, 2, ReviewVerdict.APPROVE);
        assertThat(publish()).isInstanceOf(PublishResult.Published.class);
        assertThat(seen(author, review).decisions()).hasSize(2);
    }

    @Test
    void aRoundIsComparedForEverWithTheVersionThatWasTheNewestWhenItWasSubmitted() {
        ReviewId first = approved("");
        assertThat(comparedWith(first)).isEmpty();
        CourseVersionId one = ((PublishResult.Published) publish()).version();
        assertThat(comparedWith(first))
                .as("nothing was published when it was submitted")
                .isEmpty();

        ReviewId second = approved("\nMore.\n");
        assertThat(comparedWith(second)).contains(one);
        publish();
        assertThat(comparedWith(second)).contains(one);
        approved("\nMuch more.\n");
        publish();

        assertThat(comparedWith(first)).isEmpty();
        assertThat(comparedWith(second)).contains(one);
        assertThat(as(reviewer, () -> reviews.publishedText(second, 1, "what-is-a-model"))
                        .orElseThrow()
                        .html())
                .doesNotContain("More.");
        AccountId stranger = fixtures.staff("Sam Stranger", fixtures.other, Role.INSTRUCTOR);
        assertThat(as(stranger, () -> reviews.publishedBefore(second, 1))).isEmpty();
    }

    private ReviewId approved(String more) {
        as(author, () -> {
            fixtures.write(course, LESSON + more);
            return true;
        });
        ReviewId review = submit("");
        decide(reviewer, review, 1, ReviewVerdict.APPROVE);
        return review;
    }

    private Optional<CourseVersionId> comparedWith(ReviewId review) {
        return as(reviewer, () -> reviews.publishedBefore(review, 1)).map(CourseVersion::id);
    }

    @Test
    void commentsAreCarriedAnsweredResolvedAndToldOfInOneMail() {
        ReviewId review = submit("");
        List<ReviewBlock> blocks = as(reviewer, () -> comments.blocks(review, 1, "what-is-a-model"));
        UUID about = say(reviewer, review, blocks.size() - 1, "Whose examples?");
        UUID whole = as(reviewer, () -> comments.say(review, 1, null, null, "Well done."));
        say(reviewer, review, blocks.size() - 2, "Leave this out.");
        jdbc.sql("update course_review_comment set said_at = said_at - interval 5 hour where review_id = ?")
                .param(review.value())
                .update();
        jdbc.sql("update course_review set told_at = told_at - interval 6 hour where id = ?")
                .param(review.value())
                .update();
        telling.tell();
        telling.tell();
        assertThat(fixtures.mails(author)).containsExactly("Comments on A first course");

        decide(reviewer, review, 1, ReviewVerdict.CHANGES);
        as(author, () -> {
            comments.answer(about, "Those of the lesson before.");
            comments.resolve(about, true);
            fixtures.write(course, "# Models\n\nNew at the top.\n\nA model is a rule made from examples.\n");
            return true;
        });
        submit("Answered.");

        List<ReviewComment> now = as(author, () -> comments.list(review, null, false, FIRST));
        assertThat(now).hasSize(3);
        assertThat(now.getFirst().resolved()).isTrue();
        assertThat(now.getFirst().outdated()).isFalse();
        assertThat(now.getFirst().answers())
                .extracting(ReviewComment.Answer::by)
                .containsExactly("Aino Author");
        assertThat(as(author, () -> comments.blocks(review, 2, "what-is-a-model"))
                        .get(Objects.requireNonNull(now.getFirst().block()))
                        .text())
                .contains("made from examples");
        assertThat(now.get(1).unit()).isNull();
        assertThat(now.get(2).outdated()).isTrue();
        assertThat(now.get(2).blockText()).isEqualTo("First paragraph of it.");
        assertThat(as(author, () -> comments.list(review, null, true, FIRST))).hasSize(2);
        assertThat(as(author, () -> comments.open(review))).isEmpty();
        AccountId colleague = fixtures.staff("Cleo Reviewer", fixtures.other, Role.REVIEWER);
        refused(colleague, () -> comments.resolve(whole, true));
        as(reviewer, () -> {
            comments.resolve(whole, true);
            return true;
        });
        assertThat(as(author, () -> comments.count(review, null, true))).isEqualTo(1);
    }

    @Test
    void nobodyReviewsWhatTheyHadAPartInAndNobodyTwice() {
        AccountId both = fixtures.staff("Bo Both", fixtures.own, Role.AUTHOR);
        fixtures.appoint(both, fixtures.other.id(), Role.REVIEWER);
        fixtures.require(fixtures.byOther(2));
        AccountId second = fixtures.staff("Cleo Reviewer", fixtures.other, Role.REVIEWER);
        as(both, () -> {
            fixtures.write(course, LESSON + "\nBy Bo.\n");
            return true;
        });
        ReviewId review = submit("");

        assertThat(todo(both)).isEmpty();
        assertThat(seen(both, review).standing()).isEqualTo(Standing.OWN_WORK);
        violates(both, review, ReviewVerdict.APPROVE, "own-work");
        decide(reviewer, review, 1, ReviewVerdict.APPROVE);
        violates(reviewer, review, ReviewVerdict.APPROVE, "twice");
        violates(second, review, ReviewVerdict.ABSTAIN, "no-vote");
        assertThatThrownBy(() -> as(second, () -> deciding.decide(review, 1, ReviewVerdict.APPROVE, " ", false)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("reason.missing");
        assertThat(decide(second, review, 1, ReviewVerdict.APPROVE)).isEqualTo(ReviewState.APPROVED);
    }

    @Test
    void aStageThatNobodyCouldPassIsToldWhenSubmitting() {
        fixtures.require(fixtures.byOther(2));
        assertThatThrownBy(() -> submit("")).isInstanceOf(RuleViolation.class).hasMessageContaining("too-few");
        assertThat(as(author, () -> submitting.plan(course).orElseThrow().live()))
                .isEmpty();

        jdbc.sql("update review_rules set stages = replace(stages, ?, ?) where stated_for = ?")
                .params(
                        fixtures.other.id().toString(),
                        UUID.randomUUID().toString(),
                        fixtures.own.id().value())
                .update();
        assertThatThrownBy(() -> submit("")).isInstanceOf(RuleViolation.class).hasMessageContaining("gone");
    }

    @Test
    void stagesThatChangeLaterDoNotChangeAReviewThatHasBegun() {
        ReviewId review = submit("");
        fixtures.require(fixtures.byOther(1), fixtures.byCommittee(1));

        assertThat(decide(reviewer, review, 1, ReviewVerdict.APPROVE)).isEqualTo(ReviewState.APPROVED);
    }

    @Test
    void thoseWhoAreNotAskedSeeNothingAndReviewersNothingElse() {
        fixtures.require(fixtures.byOther(1), fixtures.byCommittee(1));
        AccountId member = fixtures.member("Mo Member");
        AccountId stranger = fixtures.staff("Sam Stranger", CoursesFixtures.partner(beans), Role.REVIEWER);
        ReviewId review = submit("");

        for (AccountId notYet : List.of(member, stranger)) {
            assertThat(as(notYet, () -> reviews.find(review))).isEmpty();
            assertThat(as(notYet, () -> reviews.manifest(review, 1))).isEmpty();
            assertThat(as(notYet, () -> reviews.text(review, 1, "what-is-a-model")))
                    .isEmpty();
            assertThat(as(notYet, () -> reviews.checks(review, 1))).isEmpty();
            assertThat(as(notYet, () -> comments.blocks(review, 1, "quiz-models")))
                    .isEmpty();
            assertThat(as(notYet, () -> comments.list(review, null, false, FIRST)))
                    .isEmpty();
            refused(notYet, () -> comments.say(review, 1, null, null, "Hello"));
            refused(notYet, () -> deciding.decide(review, 1, ReviewVerdict.APPROVE, "Fine", false));
            refused(notYet, () -> submitting.withdraw(review));
        }
        assertThat(as(reviewer, () -> reviews.file(review, 1, "quiz-models"))).isPresent();
        refused(reviewer, () -> drafts.find(course));
        refused(reviewer, () -> submitting.plan(course));
        refused(reviewer, () -> submitting.withdraw(review));
        refused(reviewer, () -> courses.find(course));
        decide(reviewer, review, 1, ReviewVerdict.APPROVE);
        assertThat(seen(member, review).standing()).isEqualTo(Standing.ASKED);
        assertThat(seen(reviewer, review).standing()).isEqualTo(Standing.NOT_ASKED);
    }

    @Test
    void picturesAreServedToThoseWhoSeeTheReview() {
        String hash = "ab".repeat(32);
        ReviewId review = submit("");
        jdbc.sql("insert into course_review_file (review_id, sha256, media_type) values (?, ?, 'image/png')")
                .params(review.value(), hash)
                .update();
        AccountId stranger = fixtures.staff("Sam Stranger", CoursesFixtures.partner(beans), Role.REVIEWER);

        assertThat(as(reviewer, () -> files.of(new BlobId(hash)))).isPresent();
        assertThat(as(stranger, () -> files.of(new BlobId(hash)))).isEmpty();
    }

    @Test
    void whatIsWithdrawnReturnsToTheDraftAndIsDecidedNoMore() {
        ReviewId review = submit("");
        as(author, () -> {
            submitting.withdraw(review);
            return true;
        });

        violates(reviewer, review, ReviewVerdict.APPROVE, "closed");
        assertThat(publish()).isInstanceOf(PublishResult.Unreviewed.class);
        assertThat(seen(author, review).decisions()).isEmpty();
        assertThat(submit("Again.")).isNotEqualTo(review);
        assertThatThrownBy(() -> submit("Again.")).hasMessageContaining("nothing-new");
    }

    @Test
    void aReviewerWhoseRightWasTakenAwayMeanwhileDecidesNothingAndWhatTheyDecidedStays() {
        fixtures.require(fixtures.byOther(2));
        AccountId second = fixtures.staff("Cleo Reviewer", fixtures.other, Role.REVIEWER);
        AccountId third = fixtures.staff("Dia Reviewer", fixtures.other, Role.REVIEWER);
        ReviewId review = submit("");
        decide(reviewer, review, 1, ReviewVerdict.APPROVE);
        fixtures.signIn(second);
        fixtures.dismiss(second, fixtures.other.id(), Role.REVIEWER);
        fixtures.dismiss(reviewer, fixtures.other.id(), Role.REVIEWER);

        assertThatThrownBy(() -> deciding.decide(review, 1, ReviewVerdict.APPROVE, "Fine", false))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(decide(third, review, 1, ReviewVerdict.APPROVE)).isEqualTo(ReviewState.APPROVED);
    }

    @Test
    void aPartnerThatLeavesAfterwardsLeavesTheReviewToBeTakenBackAndBegunAnew() {
        ReviewId review = submit("");
        jdbc.sql("delete from partner_staff where partner_id = ?")
                .param(fixtures.other.id().value())
                .update();

        refused(reviewer, () -> deciding.decide(review, 1, ReviewVerdict.APPROVE, "Fine", false));
        assertThat(seen(author, review).current().name())
                .isEqualTo(fixtures.other.data().name());
        fixtures.staff("Olga Reviewer", fixtures.own, Role.REVIEWER);
        fixtures.require(StageRule.OWN_REVIEWER);
        as(author, () -> {
            submitting.withdraw(review);
            return true;
        });
        assertThat(seen(author, submit("")).current().name())
                .isEqualTo(fixtures.own.data().name());
    }

    @Test
    void ofTwoWhoDecideAtOnceEachCountsOnceAndTheReviewMovesOnOnce() throws Exception {
        fixtures.require(fixtures.byOther(2), fixtures.byCommittee(1));
        fixtures.member("Mo Member");
        AccountId second = fixtures.staff("Cleo Reviewer", fixtures.other, Role.REVIEWER);
        ReviewId review = submit("");

        atOnce(
                () -> decide(reviewer, review, 1, ReviewVerdict.APPROVE),
                () -> decide(second, review, 1, ReviewVerdict.APPROVE));

        assertThat(seen(author, review))
                .extracting(CourseReview::state, CourseReview::stage)
                .containsExactly(ReviewState.OPEN, 1);
        assertThat(seen(author, review).decisions()).hasSize(2);
    }

    @Test
    void whoeverApprovesWhileItIsTakenBackComesFirstOrNotAtAll() throws Exception {
        ReviewId review = submit("");

        List<Object> outcomes = atOnce(() -> decide(reviewer, review, 1, ReviewVerdict.APPROVE), () -> {
            as(author, () -> {
                submitting.withdraw(review);
                return true;
            });
            return "withdrawn";
        });

        CourseReview ended = seen(author, review);
        assertThat(ended.state()).isEqualTo(ReviewState.WITHDRAWN);
        assertThat(ended.decisions()).hasSize(outcomes.getFirst() == ReviewState.APPROVED ? 1 : 0);
        assertThat(publish()).isInstanceOf(PublishResult.Unreviewed.class);
    }

    @Test
    void ofTwoWhoSubmitAtOnceOneBeginsTheReview() throws Exception {
        AccountId colleague = fixtures.staff("Ada Author", fixtures.own, Role.AUTHOR);

        List<Object> outcomes = atOnce(
                () -> as(author, () -> fixtures.submit(course, "")),
                () -> as(colleague, () -> fixtures.submit(course, "")));

        assertThat(outcomes).filteredOn(ReviewId.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(RuleViolation.class::isInstance).hasSize(1);
    }

    @Test
    void aReviewIsShownWithFewQueriesHoweverLongItIs() {
        ReviewId review = submit("");
        long before = queries(() -> as(reviewer, () -> reviews.find(review)));
        say(reviewer, review, 0, "One.");
        decide(reviewer, review, 1, ReviewVerdict.CHANGES);
        submit("Again.");
        say(reviewer, review, 0, "Two.");

        assertThat(queries(() -> as(reviewer, () -> reviews.find(review)))).isEqualTo(before);
        long one = queries(() -> as(reviewer, () -> comments.list(review, null, false, new PageRequest(0, 1))));
        assertThat(queries(() -> as(reviewer, () -> comments.list(review, null, false, FIRST))))
                .isEqualTo(one);
    }

    @Test
    void theWorkListIsNarrowedAndPaged() {
        ReviewId review = submit("");
        decide(reviewer, review, 1, ReviewVerdict.CHANGES);

        assertThat(listed(reviewer, new ReviewFilter(ReviewFilter.Whose.DONE, null, "first")))
                .containsExactly(review);
        assertThat(listed(reviewer, new ReviewFilter(ReviewFilter.Whose.DONE, ReviewState.APPROVED, "")))
                .isEmpty();
        assertThat(listed(author, new ReviewFilter(ReviewFilter.Whose.MINE, null, "")))
                .containsExactly(review);
        assertThat(listed(author, new ReviewFilter(ReviewFilter.Whose.MINE, null, "no such course")))
                .isEmpty();
        assertThat(listed(reviewer, new ReviewFilter(ReviewFilter.Whose.MINE, null, "")))
                .isEmpty();
        assertThat(as(author, () -> reviews.count(new ReviewFilter(ReviewFilter.Whose.MINE, null, ""))))
                .isEqualTo(1);
    }

    @Test
    void decisionsAndCommentsStayWithoutTheirNameWhenAnAccountIsErased() {
        ReviewId review = submit("Mine.");
        say(reviewer, review, 0, "Hm.");
        decide(reviewer, review, 1, ReviewVerdict.APPROVE);
        assertThat(String.valueOf(persons.dataOf(reviewer))).contains("Hm.", "APPROVE", "Because.");
        assertThat(String.valueOf(persons.dataOf(author))).contains("Mine.").doesNotContain("Hm.");

        transaction.executeWithoutResult(status -> events.publishEvent(new AccountErased(reviewer, Instant.now())));

        assertThat(String.valueOf(persons.dataOf(reviewer))).doesNotContain("Hm.", "Because.");
        CourseReview kept = seen(author, review);
        assertThat(kept.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.by()).isNull();
            assertThat(decision.reason()).isEqualTo("Because.");
        });
        PublishResult.Published published = (PublishResult.Published) publish();
        assertThat(versionReviews.of(published.version())).hasSize(1);
    }

    @Test
    void whatTheAllianceStatesHoldsForEverybodyAndBodiesThatAreAskedStay() {
        AccountId member = fixtures.member("Mo Member");
        assertThatThrownBy(() -> fixtures.asAlliance(() -> {
                    settings.stateForAlliance(new ReviewRules(true, List.of(fixtures.byOther(1))));
                    return true;
                }))
                .hasMessageContaining("alliance.partner");
        fixtures.require(fixtures.byCommittee(1));
        assertThatThrownBy(() -> fixtures.asAlliance(() -> {
                    bodies.dissolve(fixtures.committee);
                    return true;
                }))
                .hasMessageContaining("body.asked");
        assertThatThrownBy(() -> fixtures.asAlliance(() -> {
                    bodies.appoint(fixtures.committee, new EmailAddress("nobody@example.org"));
                    return true;
                }))
                .hasMessageContaining("member.nobody");
        assertThat(fixtures.asAlliance(() -> bodies.members(fixtures.committee)))
                .extracting(BodyMember::account)
                .containsExactly(member);
        refused(author, () -> settings.state(fixtures.own.id(), ReviewRules.DEFAULT));
        refused(author, () -> bodies.found("Mine"));
    }

    private Set<ReviewId> todo(AccountId person) {
        return Set.copyOf(listed(person, TO_DO));
    }

    private List<ReviewId> listed(AccountId person, ReviewFilter filter) {
        return as(
                person,
                () -> reviews.list(filter, FIRST).stream().map(ReviewListed::id).toList());
    }

    private ReviewId submit(String note) {
        return as(author, () -> fixtures.submit(course, note));
    }

    private ReviewState decide(AccountId person, ReviewId review, int round, ReviewVerdict verdict) {
        return as(person, () -> deciding.decide(review, round, verdict, "Because.", false));
    }

    private UUID say(AccountId person, ReviewId review, int block, String words) {
        return as(person, () -> comments.say(review, seen(person, review).round(), "what-is-a-model", block, words));
    }

    private CourseReview seen(AccountId person, ReviewId review) {
        return as(person, () -> reviews.find(review).orElseThrow());
    }

    private PublishResult publish() {
        return system.call(
                Set.of(CoursesPermissions.PUBLISH, CoursesPermissions.PUBLISH_UNTRIED),
                () -> publishing.publish(course));
    }

    private void violates(AccountId person, ReviewId review, ReviewVerdict verdict, String code) {
        assertThatThrownBy(() -> decide(person, review, 1, verdict))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining(code);
    }

    private void refused(AccountId person, ThrowingCallable work) {
        fixtures.signIn(person);
        assertThatThrownBy(work).isInstanceOf(AccessDeniedException.class);
        SecurityContextHolder.clearContext();
    }

    private <T> T as(AccountId person, Supplier<T> work) {
        return fixtures.as(person, work);
    }

    private long queries(Supplier<?> work) {
        return CountedQueries.read(transaction, jdbc, work);
    }

    /** What each came to: its result, or what it threw. */
    @SafeVarargs
    private static List<Object> atOnce(Callable<Object>... works) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(works.length)) {
            List<Future<Object>> futures = new ArrayList<>();
            for (Callable<Object> work : works) {
                futures.add(threads.submit(() -> {
                    try {
                        return work.call();
                    } catch (RuntimeException thrown) {
                        return thrown;
                    }
                }));
            }
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }
}
