package org.collegium.assessment.marking.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.collegium.assessment.marking.ListedAnswer;
import org.collegium.assessment.marking.MarkingState;
import org.collegium.assessment.ui.Scores;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** Answers to a question, each with how far its marking is. */
final class AnswerList extends UnorderedList {

    private final transient Scores scores = new Scores(getLocale());

    /** @param address of an answer */
    AnswerList(List<ListedAnswer> answers, Function<UUID, String> address) {
        addClassName("c-marking-answers");
        answers.forEach(answer -> add(item(answer, address.apply(answer.id()))));
    }

    private ListItem item(ListedAnswer answer, String address) {
        String name =
                answer.learner() == null ? getTranslation("assessment.marking.code", answer.code()) : answer.learner();
        Span when = new Span(getTranslation("assessment.marking.submitted", scores.day(answer.submittedAt())));
        when.addClassNames("c-muted", "c-small");
        ListItem item = new ListItem(new Anchor(address, name), when, badge(answer.state()));
        Double points = answer.points();
        if (points != null) {
            item.add(new Span(getTranslation("assessment.points", scores.points(points), points)));
        }
        if (!answer.takenBy().isEmpty()) {
            Span taken = new Span(getTranslation("assessment.marking.taken.short", answer.takenBy()));
            taken.addClassNames("c-muted", "c-small");
            item.add(taken);
        }
        return item;
    }

    private StatusBadge badge(MarkingState state) {
        Status status = switch (state) {
            case WAITING, SECOND -> Status.WAITING;
            case MODERATION -> Status.BAD;
            case MARKED -> Status.GOOD;
        };
        return new StatusBadge(status, getTranslation("assessment.marking.state." + state));
    }
}
