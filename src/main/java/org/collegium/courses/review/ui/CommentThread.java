package org.collegium.courses.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.collegium.courses.review.ReviewComment;
import org.collegium.courses.review.ReviewComments;
import org.collegium.courses.ui.Moment;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;
import org.collegium.shared.ui.Toasts;
import org.jspecify.annotations.Nullable;

/** A comment with its answers, and what one may do with it. */
final class CommentThread extends Article {

    private final transient ReviewComments comments;
    private final transient ReviewComment comment;
    private final transient Runnable changed;

    /**
     * @param live whether one may still say something
     * @param changed what happens when something was said or settled
     */
    CommentThread(ReviewComments comments, ReviewComment comment, boolean live, Runnable changed) {
        this.comments = comments;
        this.comment = comment;
        this.changed = changed;
        addClassName("c-review-thread");
        getElement().setAttribute("data-comment", comment.id().toString());
        getElement().setAttribute("tabindex", "-1");
        getElement().setAttribute("aria-label", getTranslation("courses.review.comment.of", name(comment.by())));
        add(said(comment.words(), comment.by(), comment.at()), marks());
        comment.answers().forEach(answer -> {
            Div reply = said(answer.words(), answer.by(), answer.at());
            reply.addClassName("c-review-answer");
            add(reply);
        });
        if (live) {
            add(actions());
        }
    }

    private Div said(String words, @Nullable String by, Instant at) {
        Span who = new Span(name(by));
        who.addClassName("c-review-by");
        Moment when = new Moment(at);
        when.addClassNames("c-muted", "c-small");
        Div head = new Div(who, when);
        head.addClassName("c-review-head");
        Paragraph text = new Paragraph(words);
        text.addClassName("c-review-words");
        return new Div(head, text);
    }

    private Component marks() {
        Div marks = new Div();
        marks.addClassName("c-studio-actions");
        if (comment.resolved()) {
            marks.add(new StatusBadge(Status.GOOD, getTranslation("courses.review.comment.resolved")));
        }
        if (comment.outdated()) {
            marks.add(new StatusBadge(Status.NEUTRAL, getTranslation("courses.review.comment.outdated")));
        } else if (comment.changed()) {
            marks.add(new StatusBadge(Status.WAITING, getTranslation("courses.review.comment.changed")));
        }
        marks.setVisible(marks.getComponentCount() > 0);
        return marks;
    }

    private Component actions() {
        Div actions = new Div();
        actions.addClassName("c-studio-actions");
        NativeButton answer = button("courses.review.comment.answer", Glyph.MESSAGE_SQUARE);
        answer.addClickListener(click -> {
            answer.setEnabled(false);
            CommentForm form = new CommentForm(
                    comment.id().toString(),
                    getTranslation("courses.review.comment.answer.label"),
                    words -> {
                        comments.answer(comment.id(), words);
                        changed.run();
                    },
                    given -> {
                        given.removeFromParent();
                        answer.setEnabled(true);
                    });
            add(form);
            form.focus();
        });
        actions.add(answer);
        if (comment.mayResolve()) {
            NativeButton resolve = button(
                    comment.resolved() ? "courses.review.comment.reopen" : "courses.review.comment.resolve",
                    comment.resolved() ? Glyph.ROTATE_CCW : Glyph.CHECK);
            resolve.addClickListener(click -> {
                try {
                    comments.resolve(comment.id(), !comment.resolved());
                    changed.run();
                } catch (RuleViolation violation) {
                    Toasts.problem(getTranslation(
                            violation.code(), violation.arguments().toArray()));
                }
            });
            actions.add(resolve);
        }
        return actions;
    }

    private NativeButton button(String key, Glyph glyph) {
        NativeButton button = new NativeButton(getTranslation(key));
        button.addComponentAsFirst(glyph.create());
        button.addClassNames("c-button", "c-button-small");
        return button;
    }

    private String name(@Nullable String by) {
        return Speakers.name(by, this::getTranslation);
    }
}
