package org.collegium.labs.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.collegium.content.LessonRenderer;
import org.collegium.content.Prose;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.identity.AccountId;
import org.collegium.identity.ViewPermission;
import org.collegium.labs.LabsPermissions;
import org.collegium.labs.marking.HandAnswer;
import org.collegium.labs.marking.HandCell;
import org.collegium.labs.marking.HandPoints;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageAddress;
import org.collegium.shared.ui.PageHeader;

/** Points given by hand: one cell across all learners, from one to the next by Enter; the URL holds which cell. */
@Route(value = LabStudioView.RESULTS + "/by-hand", layout = MainLayout.class)
@PermitAll
@ViewPermission(LabsPermissions.GIVE_POINTS)
class HandPointsView extends LabStudioView {

    private static final int PAGE = 20;

    private final transient HandPoints points;
    private final transient LessonRenderer renderer;
    private final Select<HandCell> cell = new Select<>();
    private final Checkbox waitingOnly = new Checkbox();
    private final Paragraph count = new Paragraph();
    private final Div answers = new Div();
    private final Button more = new Button();
    private final transient List<HandAnswerCard> cards = new ArrayList<>();
    private transient StudioLabs.Placed lab;
    private transient CourseRun run;
    private String path = "";
    private int open;

    @SuppressWarnings("NullAway.Init")
    HandPointsView(StudioLabs labs, HandPoints points, LessonRenderer renderer) {
        super(labs);
        this.points = points;
        this.renderer = renderer;
        cell.setLabel(getTranslation("labs.by-hand.cell"));
        cell.addClassName("lab-by-hand-cell");
        cell.setItemLabelGenerator(
                one -> getTranslation("labs.by-hand.cell.item", one.gradeId(), one.waiting(), one.given()));
        cell.addValueChangeListener(change -> changed(change.isFromClient()));
        waitingOnly.setLabel(getTranslation("labs.by-hand.waiting-only"));
        waitingOnly.addValueChangeListener(change -> changed(change.isFromClient()));
        count.addClassNames("c-muted", "c-small");
        count.getElement().setAttribute("role", "status");
        answers.addClassName("lab-answers");
        more.setText(getTranslation("labs.results.more"));
        more.addClickListener(click -> more());
    }

    @Override
    void show(CourseReference course, BeforeEnterEvent event) {
        lab = labs().lab(course.id(), unit(event));
        run = run(course, event);
        path = event.getLocation().getPath();
        name(getTranslation("labs.by-hand.title.of", lab.unit().title()));
        content()
                .add(new PageHeader(
                                getTranslation("labs.by-hand.title"), lab.unit().title() + " · " + run.title())
                        .above(crumbs(course, lab, run)));
        List<HandCell> cells = points.cells(run.id(), lab.unit().key());
        if (cells.isEmpty()) {
            content()
                    .add(new EmptyState(
                            Illustration.WORKSHOP,
                            getTranslation("labs.by-hand.none.title"),
                            getTranslation("labs.by-hand.none.text")));
            return;
        }
        QueryParameters query = event.getLocation().getQueryParameters();
        String wanted = query.getSingleParameter("cell").orElse("");
        cell.setItems(cells);
        cell.setValue(cells.stream()
                .filter(one -> one.gradeId().equals(wanted))
                .findFirst()
                .or(() -> cells.stream().filter(one -> one.waiting() > 0).findFirst())
                .orElse(cells.getFirst()));
        waitingOnly.setValue(query.getParameters().containsKey("waiting"));
        Div filters = new Div(cell, waitingOnly);
        filters.addClassName("c-filters");
        content().add(filters, count, answers, more);
        list();
    }

    private void list() {
        HandCell chosen = cell.getValue();
        open = chosen.waiting();
        answers.removeAll();
        cards.clear();
        tell();
        answers.add(question(chosen));
        if (chosen.waiting() + (waitingOnly.getValue() ? 0 : chosen.given()) == 0) {
            more.setVisible(false);
            answers.add(new EmptyState(
                    Illustration.WORKSHOP,
                    getTranslation("labs.by-hand.empty.title"),
                    getTranslation("labs.by-hand.empty.text")));
            return;
        }
        more();
        cards.stream().filter(HandAnswerCard::waits).findFirst().ifPresent(HandAnswerCard::begin);
    }

    private Component question(HandCell chosen) {
        Prose prose = new Prose(renderer.render(
                chosen.question(),
                lab.place().course().links(),
                lab.place().course().language()));
        prose.setLanguage(lab.place().course().language());
        Div question = new Div(prose);
        question.addClassName("lab-question");
        return question;
    }

    private void more() {
        HandCell chosen = cell.getValue();
        // What has got its points meanwhile is still shown, but no more among those that wait.
        int offset = waitingOnly.getValue()
                ? (int) cards.stream().filter(HandAnswerCard::waits).count()
                : cards.size();
        List<HandAnswer> page = points.answers(
                run.id(), lab.unit().key(), chosen.gradeId(), waitingOnly.getValue(), new PageRequest(offset, PAGE));
        page.stream()
                .filter(answer -> cards.stream().noneMatch(card -> card.isOf(answer)))
                .forEach(answer -> {
                    HandAnswerCard card = new HandAnswerCard(
                            answer,
                            "points/" + lab.unit().key() + "/" + chosen.gradeId(),
                            giving(chosen, answer.learner()),
                            this::next);
                    cards.add(card);
                    answers.add(card);
                });
        more.setVisible(page.size() == PAGE);
    }

    private HandAnswerCard.Giving giving(HandCell chosen, AccountId learner) {
        return new HandAnswerCard.Giving() {
            @Override
            public List<HandAnswer> all(PageRequest page) {
                return points.answersOf(run.id(), lab.unit().key(), chosen.gradeId(), learner, page);
            }

            @Override
            public void give(HandAnswer answer, double given, String comment) {
                points.give(run.id(), answer.submission(), chosen.gradeId(), given, comment);
            }
        };
    }

    /** From one that has got its points to the next that waits. */
    private void next(HandAnswerCard done) {
        open = Math.max(0, open - (done.wasWaiting() ? 1 : 0));
        tell();
        int at = cards.indexOf(done);
        cards.stream().skip(at + 1L).filter(HandAnswerCard::waits).findFirst().ifPresent(HandAnswerCard::begin);
    }

    private void tell() {
        count.setText(getTranslation("labs.by-hand.count", open));
    }

    private void changed(boolean byPerson) {
        if (!byPerson || cell.getValue() == null) {
            return;
        }
        Map<String, String> query = new HashMap<>();
        query.put("cell", cell.getValue().gradeId());
        if (waitingOnly.getValue()) {
            query.put("waiting", "");
        }
        PageAddress.follow(path, query);
        list();
    }
}
