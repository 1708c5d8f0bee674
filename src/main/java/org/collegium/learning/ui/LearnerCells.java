package org.collegium.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.io.Serializable;
import java.time.Instant;
import org.collegium.learning.AttentionRule;
import org.collegium.learning.LearnerProgress;
import org.collegium.learning.LearnerProgress.Attention;
import org.collegium.shared.ui.Moments;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;
import org.jspecify.annotations.Nullable;

/** The cells of the table of learners. */
final class LearnerCells implements Serializable {

    private final Component view;
    private final Moments moments;

    LearnerCells(Component view) {
        this.view = view;
        this.moments = Moments.here();
    }

    Component name(LearnerProgress learner, String address) {
        Span email = new Span(learner.email());
        email.addClassNames("c-muted", "c-small");
        return new Div(new Anchor(address, learner.name()), new Div(email));
    }

    /** All of it, for a phone. */
    Component card(LearnerProgress learner, String address) {
        Span last = new Span(new Span(text("learning.learners.column.last") + ": "), last(learner));
        last.addClassNames("c-muted", "c-small");
        Div card = new Div(name(learner, address), progress(learner), last, attention(learner));
        card.addClassNames("c-card", "lrn-learner-card");
        return card;
    }

    Component progress(LearnerProgress learner) {
        if (learner.completedAt() != null) {
            return new StatusBadge(
                    Status.ACHIEVED, text("learning.learners.completed", moments.day(learner.completedAt())));
        }
        return new Span(
                learner.total() == 0
                        ? text("learning.learners.not-begun")
                        : text("learning.progress.count", learner.done(), learner.total()));
    }

    Component last(LearnerProgress learner) {
        return time(learner.lastActivityAt());
    }

    Component joined(LearnerProgress learner) {
        return time(learner.joinedAt());
    }

    Component attention(LearnerProgress learner) {
        Div badges = new Div();
        badges.addClassName("lrn-badges");
        if (learner.attention().contains(Attention.SILENT)) {
            badges.add(
                    new StatusBadge(Status.WAITING, text("learning.learners.silent", AttentionRule.SILENCE.toDays())));
        }
        if (learner.attention().contains(Attention.STUCK)) {
            badges.add(new StatusBadge(Status.BAD, text("learning.learners.stuck", learner.stuck())));
        }
        return badges;
    }

    private Component time(@Nullable Instant time) {
        if (time == null) {
            return new Span(text("learning.learners.never"));
        }
        Span span = new Span(moments.day(time));
        span.setTitle(moments.minute(time));
        return span;
    }

    private String text(String key, Object... arguments) {
        return view.getTranslation(key, arguments);
    }
}
