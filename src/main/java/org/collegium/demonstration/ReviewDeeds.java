package org.collegium.demonstration;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.courses.review.DecidingReviews;
import org.collegium.courses.review.ReviewBodies;
import org.collegium.courses.review.ReviewBody;
import org.collegium.courses.review.ReviewComment;
import org.collegium.courses.review.ReviewComments;
import org.collegium.courses.review.ReviewId;
import org.collegium.courses.review.ReviewRules;
import org.collegium.courses.review.ReviewVerdict;
import org.collegium.courses.review.Reviews;
import org.collegium.courses.review.SettingStages;
import org.collegium.courses.review.StageRule;
import org.collegium.courses.review.SubmitPlan;
import org.collegium.courses.review.SubmitResult;
import org.collegium.courses.review.SubmittingCourses;
import org.collegium.identity.Role;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.PageRequest;
import org.collegium.shared.Slug;
import org.collegium.source.SourceFile;
import org.springframework.stereotype.Component;

/** Founds the body that reviews, states stages, and has courses reviewed. What was done before a kill is not done again. */
@Component
class ReviewDeeds {

    private static final PageRequest ALL = new PageRequest(0, 100);

    private final Acting acting;
    private final Partners partners;
    private final Drafts drafts;
    private final ReviewBodies bodies;
    private final SettingStages settings;
    private final Reviews reviews;
    private final SubmittingCourses submitting;
    private final ReviewComments comments;
    private final DecidingReviews deciding;

    ReviewDeeds(
            Acting acting,
            Partners partners,
            Drafts drafts,
            ReviewBodies bodies,
            SettingStages settings,
            Reviews reviews,
            SubmittingCourses submitting,
            ReviewComments comments,
            DecidingReviews deciding) {
        this.acting = acting;
        this.partners = partners;
        this.drafts = drafts;
        this.bodies = bodies;
        this.settings = settings;
        this.reviews = reviews;
        this.submitting = submitting;
        this.comments = comments;
        this.deciding = deciding;
    }

    /** The body with its members, and the stages that partners state. */
    void prepare(ReviewStory story) {
        acting.as(story.body().by(), () -> {
            UUID body = body(story).orElseGet(() -> bodies.found(story.body().name()));
            story.body().members().forEach(member -> bodies.appoint(body, new EmailAddress(member)));
        });
        for (ReviewStory.Stages stages : story.stages()) {
            acting.as(
                    stages.by(),
                    () -> settings.state(
                            partner(stages.partner()),
                            new ReviewRules(
                                    false,
                                    stages.of().stream()
                                            .map(stage -> rule(stage, story))
                                            .toList())));
        }
    }

    /** Has a course reviewed, or goes on with that, unless it was done. */
    void review(ReviewStory.Review review, CourseId course, Instant today) {
        acting.call(review.by(), day(today, review.day()), () -> submitted(review, course))
                .ifPresent(id -> {
                    SortedMap<Integer, List<Runnable>> byDay = new TreeMap<>();
                    review.comments()
                            .forEach(comment ->
                                    on(byDay, comment.day()).add(() -> comment(review, comment, id, course, today)));
                    review.decisions()
                            .forEach(decision -> on(byDay, decision.day()).add(() -> decide(decision, id, today)));
                    byDay.values().forEach(deeds -> deeds.forEach(Runnable::run));
                });
    }

    private static List<Runnable> on(SortedMap<Integer, List<Runnable>> byDay, int day) {
        return byDay.computeIfAbsent(day, unknown -> new ArrayList<>());
    }

    private Optional<ReviewId> submitted(ReviewStory.Review review, CourseId course) {
        SubmitPlan before = submitting.plan(course).orElseThrow();
        if (before.live().isPresent()) {
            return before.live().map(SubmitPlan.Live::id);
        }
        String change = review.change();
        if (change != null) {
            CourseUnit lesson = lesson(course);
            SourceFile file = drafts.file(course, lesson.file()).orElseThrow();
            String text = file.text(fault -> {}).orElseThrow();
            if (!text.contains(change)) {
                drafts.replaceFile(
                        course,
                        before.revision(),
                        lesson.key(),
                        (text.stripTrailing() + "\n\n" + change + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        SubmitPlan plan = submitting.plan(course).orElseThrow();
        if (plan.nothingNew()) {
            return Optional.empty();
        }
        return switch (submitting.submit(course, plan.revision(), review.note())) {
            case SubmitResult.Submitted submitted -> Optional.of(submitted.review());
            case SubmitResult.Blocked blocked ->
                throw new IllegalStateException("A course of the demonstration cannot be reviewed: " + blocked);
        };
    }

    private void comment(
            ReviewStory.Review review, ReviewStory.Comment comment, ReviewId id, CourseId course, Instant today) {
        Instant time = day(today, comment.day());
        String named = comment.unit();
        String unit = named == null
                ? acting.call(review.by(), time, () -> lesson(course).key())
                : named;
        ReviewComment said = acting.call(
                comment.by(),
                time,
                () -> said(comment, id).orElseGet(() -> {
                    UUID unused = comments.say(id, 1, unit, comment.block(), comment.words());
                    return said(comment, id).orElseThrow();
                }));
        String answer = comment.answer();
        acting.as(review.by(), time.plus(Duration.ofHours(3)), () -> {
            if (answer != null && said.answers().isEmpty()) {
                comments.answer(said.id(), answer);
            }
            if (comment.resolved() && !said.resolved()) {
                comments.resolve(said.id(), true);
            }
        });
    }

    private Optional<ReviewComment> said(ReviewStory.Comment comment, ReviewId id) {
        return comments.list(id, null, false, ALL).stream()
                .filter(one -> one.words().equals(comment.words().strip()))
                .findFirst();
    }

    private void decide(ReviewStory.Decision decision, ReviewId id, Instant today) {
        acting.as(decision.by(), day(today, decision.day()), () -> {
            boolean open = reviews.find(id).orElseThrow().decisions().stream()
                    .noneMatch(made -> made.reason().equals(decision.reason().strip()));
            if (open) {
                deciding.decide(
                        id,
                        1,
                        ReviewVerdict.valueOf(decision.verdict().toUpperCase(Locale.ROOT)),
                        decision.reason(),
                        decision.named());
            }
        });
    }

    private CourseUnit lesson(CourseId course) {
        return drafts.find(course).map(Draft::manifest).orElseThrow().units().stream()
                .filter(unit -> unit.kind().equals("lesson"))
                .findFirst()
                .orElseThrow();
    }

    private StageRule rule(ReviewStory.Stage stage, ReviewStory story) {
        String of = stage.partner();
        return of == null
                ? new StageRule(
                        StageRule.Kind.BODY, body(story).orElseThrow(), Role.REVIEWER, stage.quorum(), stage.voted())
                : new StageRule(
                        StageRule.Kind.PARTNER, partner(of).value(), Role.REVIEWER, stage.quorum(), stage.voted());
    }

    private Optional<UUID> body(ReviewStory story) {
        return bodies.list(ALL).stream()
                .filter(body -> body.name().equals(story.body().name()))
                .map(ReviewBody::id)
                .findFirst();
    }

    private PartnerId partner(String slug) {
        return partners.find(new Slug(slug)).map(Partner::id).orElseThrow();
    }

    private static Instant day(Instant today, int day) {
        return today.plus(Duration.ofDays(day)).plus(Duration.ofHours(10));
    }
}
