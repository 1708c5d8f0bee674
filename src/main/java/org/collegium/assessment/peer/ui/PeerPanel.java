package org.collegium.assessment.peer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.peer.PeerPaper;
import org.collegium.assessment.peer.PeerPhase;
import org.collegium.assessment.peer.PeerReviewData;
import org.collegium.assessment.peer.PeerReviewKind;
import org.collegium.assessment.peer.PeerReviewing;
import org.collegium.assessment.peer.PeerStanding;
import org.collegium.assessment.peer.PeerTodo;
import org.collegium.assessment.ui.Scores;
import org.collegium.assessment.ui.WrittenText;
import org.collegium.content.LessonRenderer;
import org.collegium.content.Prose;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Moments;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;
import org.collegium.shared.ui.Toasts;
import org.jspecify.annotations.Nullable;

/** What a learner has to review and by when, one of these opened, and at the end what others said. */
final class PeerPanel extends Section {

    private final ActivityPlace place;
    private final UUID run;
    private final transient PeerReviewing reviewing;
    private final transient LessonRenderer renderer;
    private final transient Clock clock;

    PeerPanel(
            ActivityPlace place,
            UUID run,
            List<PeerStanding> standings,
            PeerReviewing reviewing,
            LessonRenderer renderer,
            Clock clock) {
        this.place = place;
        this.run = run;
        this.reviewing = reviewing;
        this.renderer = renderer;
        this.clock = clock;
        addClassName("peer");
        show(standings);
    }

    private void show(List<PeerStanding> standings) {
        removeAll();
        H2 heading = new H2(getTranslation("assessment.peer.heading"));
        heading.getElement().setAttribute("tabindex", "-1");
        add(heading);
        standings.forEach(standing -> add(part(standing)));
    }

    private Component part(PeerStanding standing) {
        Div part = new Div();
        part.addClassName("peer-part");
        part.add(new Paragraph(what(standing)));
        if (!standing.takesPart()) {
            return part;
        }
        if (!standing.reviews().isEmpty()) {
            OrderedList list = new OrderedList();
            list.addClassName("peer-list");
            standing.reviews().forEach(review -> list.add(line(standing, review)));
            part.add(list);
        }
        Double agreement = standing.agreement();
        if (agreement != null) {
            part.add(new Paragraph(
                    getTranslation("assessment.peer.agreement", new Scores(getLocale()).percent(agreement))));
        }
        if (standing.task().phase() == PeerPhase.DONE) {
            received(part, standing);
        }
        return part;
    }

    private String what(PeerStanding standing) {
        var data = standing.task().data();
        if (!standing.takesPart()) {
            return standing.task().phase() == PeerPhase.SUBMIT
                    ? getTranslation(
                            "assessment.peer.phase.submit",
                            said(data.submitBy()),
                            data.reviews(),
                            said(data.reviewBy()))
                    : getTranslation("assessment.peer.phase.late");
        }
        return switch (standing.task().phase()) {
            case SUBMIT -> "";
            case REVIEW -> getTranslation("assessment.peer.phase.review", said(data.reviewBy()), data.rewardPercent());
            case SELF -> getTranslation("assessment.peer.phase.self", said(data.selfBy()));
            case DONE -> getTranslation("assessment.peer.phase.done");
        };
    }

    private static String said(@Nullable Instant time) {
        return time == null ? "" : Moments.here().minute(time);
    }

    private ListItem line(PeerStanding standing, PeerTodo review) {
        String name = name(review);
        boolean open = standing.open(review);
        Status status = review.given() ? Status.GOOD : review.begun() ? Status.WAITING : Status.NEUTRAL;
        String state = state(standing, review);
        ListItem item =
                new ListItem(new Span(name), new StatusBadge(status, getTranslation("assessment.peer.state." + state)));
        if (open || review.given()) {
            Button button = new Button(
                    getTranslation(open ? "assessment.peer.review" : "assessment.peer.read"), click -> open(review));
            button.setAriaLabel(getTranslation(open ? "assessment.peer.review.of" : "assessment.peer.read.of", name));
            item.add(button);
        }
        return item;
    }

    /** What its time has passed for is missed, also when the examples were not reviewed. */
    private static String state(PeerStanding standing, PeerTodo review) {
        if (review.given()) {
            return "given";
        }
        PeerPhase phase = standing.task().phase();
        if (phase == PeerPhase.DONE || (phase == PeerPhase.SELF && review.kind() != PeerReviewKind.SELF)) {
            return "missed";
        }
        return review.begun() ? "begun" : standing.open(review) ? "open" : "later";
    }

    private String name(PeerTodo review) {
        return getTranslation(
                switch (review.kind()) {
                    case EXAMPLE -> "assessment.peer.example";
                    case PEER -> "assessment.peer.text";
                    case SELF -> "assessment.peer.own";
                },
                review.number());
    }

    private void received(Div part, PeerStanding standing) {
        Double share = standing.share();
        part.add(new H3(getTranslation("assessment.peer.received")));
        part.add(new Paragraph(
                standing.held()
                        ? getTranslation("assessment.peer.received.held")
                        : share == null
                                ? getTranslation("assessment.peer.received.none")
                                : getTranslation(
                                        "assessment.peer.received.share",
                                        new Scores(getLocale()).percent(share),
                                        standing.task().data().rewardPercent())));
        int number = 0;
        for (PeerReviewData said : standing.received()) {
            number++;
            Div one = new Div(new H3(getTranslation("assessment.peer.received.one", number)));
            one.addClassName("peer-received");
            one.add(new WrittenText(said.comment()));
            part.add(one);
        }
    }

    private void open(PeerTodo review) {
        try {
            PeerPaper paper = reviewing.paper(place.learner(), review.id());
            removeAll();
            PeerPaperForm form = new PeerPaperForm(
                    paper,
                    name(review),
                    this::prose,
                    said -> reviewing.save(place.learner(), review.id(), said),
                    said -> {
                        reviewing.give(place.learner(), review.id(), said);
                        Toasts.show(getTranslation("assessment.peer.given"));
                        if (review.kind() == PeerReviewKind.EXAMPLE) {
                            open(review);
                        } else {
                            back();
                        }
                    },
                    this::back,
                    clock);
            add(form);
            form.focus();
        } catch (RuleViolation closed) {
            Toasts.problem(getTranslation(closed.code(), closed.arguments().toArray()));
        }
    }

    private void back() {
        show(reviewing.of(place.learner(), run, place.unitKey()));
        getChildren().findFirst().ifPresent(heading -> heading.getElement().callJsFunction("focus"));
    }

    private Component prose(String markdown) {
        Prose prose = new Prose(
                renderer.render(markdown, place.course().links(), place.course().language()));
        prose.setLanguage(place.course().language());
        return prose;
    }
}
