package org.collegium.courses.review.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.collegium.courses.review.ReviewStage;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** The stages of a review in order: who is asked, how many must approve, and how far it is. */
final class StageLine extends OrderedList {

    /**
     * @param current place of the stage that it stands at; -1 where it has not begun
     * @param passed whether all have approved
     */
    StageLine(List<ReviewStage> stages, int current, boolean passed) {
        addClassName("c-review-stages");
        for (ReviewStage stage : stages) {
            Span name = new Span(stage.name());
            name.addClassName("c-review-stage-name");
            Span who = new Span(
                    stage.body() == null
                            ? getTranslation("courses.review.stage.people."
                                    + stage.role().name())
                            : getTranslation("courses.review.stage.members"));
            Span how = new Span(getTranslation(
                    stage.voted() ? "courses.review.stage.votes" : "courses.review.stage.approvals", stage.quorum()));
            who.addClassNames("c-muted", "c-small");
            how.addClassNames("c-muted", "c-small");
            Div text = new Div(name, who, how);
            text.addClassName("c-studio-stack");
            ListItem item = new ListItem(text);
            if (current >= 0) {
                item.add(badge(stage.place(), current, passed));
                if (stage.place() == current && !passed) {
                    item.getElement().setAttribute("aria-current", "step");
                }
            }
            add(item);
        }
    }

    private StatusBadge badge(int place, int current, boolean passed) {
        if (passed || place < current) {
            return new StatusBadge(Status.GOOD, getTranslation("courses.review.stage.passed"));
        }
        return place == current
                ? new StatusBadge(Status.WAITING, getTranslation("courses.review.stage.current"))
                : new StatusBadge(Status.NEUTRAL, getTranslation("courses.review.stage.later"));
    }
}
