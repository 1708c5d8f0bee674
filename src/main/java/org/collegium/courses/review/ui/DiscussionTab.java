package org.collegium.courses.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.review.CourseReview;
import org.collegium.courses.review.ReviewComment;
import org.collegium.courses.review.ReviewComments;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.PageLinks;

/** All that was said, page by page, each with the place it is about; here the course as a whole is spoken of. */
final class DiscussionTab extends Div {

    private static final int ROWS = 25;
    private static final int EXCERPT = 200;

    private final transient ReviewComments comments;
    private final transient CourseReview review;
    private final transient ReviewPlace place;
    private final transient CourseManifest manifest;
    private final Div threads = new Div();

    DiscussionTab(ReviewComments comments, CourseReview review, ReviewPlace place, CourseManifest manifest) {
        this.comments = comments;
        this.review = review;
        this.place = place;
        this.manifest = manifest;
        addClassName("c-studio");
        threads.addClassName("c-studio");
        Nav chips = new Nav();
        chips.addClassName("c-chips");
        chips.setAriaLabel(getTranslation("courses.review.discussion.show"));
        chips.add(
                ReviewPage.chip(
                        place.onlyOpen(false).address(),
                        getTranslation("courses.review.discussion.all"),
                        0,
                        !place.open()),
                ReviewPage.chip(
                        place.onlyOpen(true).address(),
                        getTranslation("courses.review.discussion.open"),
                        0,
                        place.open()));
        add(chips, threads);
        if (review.state().live()) {
            CommentForm form = new CommentForm(
                    review.id() + "/course",
                    getTranslation("courses.review.comment.course"),
                    words -> {
                        comments.say(review.id(), review.round(), null, null, words);
                        show();
                    },
                    given -> {});
            add(form);
        }
        show();
    }

    private void show() {
        threads.removeAll();
        int all = comments.count(review.id(), null, place.open());
        List<ReviewComment> shown =
                comments.list(review.id(), null, place.open(), new PageRequest(place.page() * ROWS, ROWS));
        if (shown.isEmpty()) {
            threads.add(new Paragraph(getTranslation(
                    place.open() ? "courses.review.discussion.none-open" : "courses.review.discussion.none")));
        }
        for (ReviewComment comment : shown) {
            Div about = new Div(where(comment));
            about.addClassName("c-studio-stack");
            String words = comment.blockText();
            if (words != null) {
                Paragraph excerpt = new Paragraph(words.length() > EXCERPT ? words.substring(0, EXCERPT) + "…" : words);
                excerpt.addClassNames("c-review-note", "c-muted", "c-small");
                about.add(excerpt);
            }
            about.add(new CommentThread(comments, comment, review.state().live(), this::show));
            threads.add(about);
        }
        threads.add(new PageLinks(
                place.page(), ROWS, all, number -> place.at(number).address()));
    }

    private Component where(ReviewComment comment) {
        String unit = comment.unit();
        if (unit == null) {
            return new Span(getTranslation("courses.review.whole"));
        }
        String title = manifest.unit(unit).map(CourseUnit::title).orElse(unit);
        Component name = manifest.unit(unit).isPresent()
                ? ReviewPage.link(place.with(ReviewPlace.Tab.LESSONS).with(unit).address(), title)
                : new Span(title);
        Span round = new Span(getTranslation("courses.review.round", comment.round()));
        round.addClassNames("c-muted", "c-small");
        Div line = new Div(name, round);
        line.addClassName("c-studio-actions");
        return line;
    }
}
