package org.collegium.courses.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.review.CourseReview;
import org.collegium.courses.review.DecidingReviews;
import org.collegium.courses.review.ReviewAddresses;
import org.collegium.courses.review.ReviewComments;
import org.collegium.courses.review.ReviewId;
import org.collegium.courses.review.ReviewState;
import org.collegium.courses.review.Reviews;
import org.collegium.courses.review.Standing;
import org.collegium.courses.review.SubmittingCourses;
import org.collegium.courses.ui.CoursesNavigation;
import org.collegium.courses.ui.Moment;
import org.collegium.identity.ViewPermission;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.ConfirmWithConsequences;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Toasts;

/** What was submitted: what changes, its lessons with comments at their blocks, checks, discussion and decision. */
@Route(value = ReviewAddresses.LIST + "/:review", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.REVIEW)
class ReviewView extends ReviewPage implements BeforeEnterObserver {

    static final String REVIEW = "review";

    private final transient Reviews reviews;
    private final transient ReviewComments comments;
    private final transient DecidingReviews deciding;
    private final transient SubmittingCourses submitting;
    private final transient ReviewChecks checks;
    private final transient LearnersView learners;

    ReviewView(
            Reviews reviews,
            ReviewComments comments,
            DecidingReviews deciding,
            SubmittingCourses submitting,
            ReviewChecks checks,
            LearnersView learners) {
        this.reviews = reviews;
        this.comments = comments;
        this.deciding = deciding;
        this.submitting = submitting;
        this.checks = checks;
        this.learners = learners;
    }

    /** The id of the review that an address names. */
    static Optional<ReviewId> named(RouteParameters address) {
        return address.get(REVIEW).flatMap(ReviewId::of);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseReview review =
                named(event.getRouteParameters()).flatMap(reviews::find).orElseThrow(NotFoundException::new);
        ReviewPlace place = ReviewPlace.of(review.id(), event.getLocation().getQueryParameters());
        int round = place.round() == 0 ? review.round() : place.round();
        CourseManifest manifest = reviews.manifest(review.id(), round).orElseThrow(NotFoundException::new);
        name(getTranslation("courses.review.page", review.title()));
        content().removeAll();
        content().add(header(review), state(review, place, round), tabs(review, place));
        content()
                .add(
                        switch (place.tab()) {
                            case CHANGES -> new ChangesTab(reviews, review, place, round, manifest);
                            case LESSONS -> new LessonsTab(comments, learners, review, place, round, manifest);
                            case CHECKS -> checks.of(review, round, manifest);
                            case DISCUSSION -> new DiscussionTab(comments, review, place, manifest);
                            case DECISION -> new DecisionTab(deciding, review);
                        });
    }

    private Component header(CourseReview review) {
        PageHeader header = new PageHeader(
                        review.title(), getTranslation("courses.review.lead", review.partnerName(), review.round()))
                .above(crumbs());
        List<Component> actions = new ArrayList<>();
        if (review.mayAnswer() && review.state() == ReviewState.APPROVED) {
            actions.add(button(
                    CoursesNavigation.course(review.course()),
                    getTranslation("courses.checks.empty.back"),
                    Glyph.ARROW_RIGHT));
        }
        if (review.mayAnswer() && review.state().live()) {
            actions.add(button(
                    ReviewAddresses.submitting(review.course()),
                    getTranslation("courses.review.submit.again"),
                    Glyph.SEND));
            NativeButton withdraw =
                    new NativeButton(getTranslation("courses.review.withdraw"), click -> withdraw(review));
            withdraw.addClassName("c-button");
            withdraw.addComponentAsFirst(Glyph.UNDO_2.create());
            actions.add(withdraw);
        }
        return header.withActions(actions.toArray(Component[]::new));
    }

    private void withdraw(CourseReview review) {
        new ConfirmWithConsequences(
                        getTranslation("courses.review.withdraw.title", review.title()),
                        List.of(
                                getTranslation("courses.review.withdraw.reviewers"),
                                getTranslation("courses.review.withdraw.draft")),
                        getTranslation("courses.review.withdraw"),
                        () -> {
                            try {
                                submitting.withdraw(review.id());
                                Toasts.show(getTranslation("courses.review.withdrawn"));
                            } catch (RuleViolation violation) {
                                Toasts.problem(getTranslation(
                                        violation.code(), violation.arguments().toArray()));
                            }
                            go(ReviewAddresses.of(review.id()));
                        })
                .open();
    }

    private Component state(CourseReview review, ReviewPlace place, int round) {
        Div line = new Div(new ReviewBadge(review.state()));
        line.addClassName("c-studio-actions");
        if (review.state() == ReviewState.OPEN) {
            Span waits = new Span(
                    getTranslation("courses.review.waits-for", review.current().name()));
            waits.addClassName("c-muted");
            line.add(waits);
        }
        Moment since = new Moment(review.changedAt());
        since.addClassNames("c-muted", "c-small");
        line.add(since);
        if (review.standing() == Standing.ASKED && place.tab() != ReviewPlace.Tab.DECISION) {
            line.add(button(
                    place.with(ReviewPlace.Tab.DECISION).address(),
                    getTranslation("courses.review.decide.link"),
                    Glyph.BADGE_CHECK));
        }
        Div all = new Div(line);
        review.round(round).filter(submitted -> !submitted.note().isEmpty()).ifPresent(submitted -> {
            Paragraph note = new Paragraph(submitted.note());
            note.addClassName("c-review-words");
            Span by = new Span(getTranslation(
                    "courses.review.note.of", Speakers.name(submitted.by(), this::getTranslation), submitted.number()));
            by.addClassNames("c-muted", "c-small");
            Div text = new Div(by, note);
            text.addClassName("c-review-note");
            all.add(text);
        });
        if (place.tab() != ReviewPlace.Tab.DECISION) {
            review.decisions().stream()
                    .filter(decision ->
                            decision.round() == round && decision.verdict().asksForMore())
                    .forEach(decision -> all.add(new DecisionLine(review, decision)));
        }
        if (round != review.round()) {
            all.add(older(place, round, review.round()));
        }
        all.addClassName("c-studio-stack");
        return all;
    }

    private Component older(ReviewPlace place, int round, int newest) {
        Div notice = new Div(
                Glyph.HISTORY.create(),
                new Div(
                        new Paragraph(getTranslation("courses.review.older", round)),
                        link(place.inRound(0).address(), getTranslation("courses.review.newest", newest))));
        notice.addClassName("c-notice");
        return notice;
    }

    private Component tabs(CourseReview review, ReviewPlace place) {
        Nav tabs = chips("courses.review.tabs");
        int open = comments.count(review.id(), null, true);
        for (ReviewPlace.Tab tab : ReviewPlace.Tab.values()) {
            tabs.add(chip(
                    place.with(tab).address(),
                    getTranslation("courses.review.tab." + tab.name()),
                    tab == ReviewPlace.Tab.DISCUSSION ? open : 0,
                    tab == place.tab()));
        }
        return tabs;
    }
}
