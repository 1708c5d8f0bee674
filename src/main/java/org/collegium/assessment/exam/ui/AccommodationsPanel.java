package org.collegium.assessment.exam.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.collegium.assessment.exam.Accommodation;
import org.collegium.assessment.exam.Accommodations;
import org.collegium.assessment.exam.TimedQuiz;
import org.collegium.courses.CourseRunId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.Toasts;
import org.jspecify.annotations.Nullable;

/** What single learners of a run were given, a page of it. */
final class AccommodationsPanel extends Div {

    static final int ROWS = 25;

    private static final List<String> COLUMNS = List.of(
            "assessment.given.learner",
            "assessment.given.quiz",
            "assessment.given.what",
            "assessment.given.reason",
            "assessment.given.by",
            "assessment.given.acts");

    private final transient Accommodations accommodations;
    private final CourseRunId run;
    private final List<TimedQuiz> quizzes;
    private final transient Runnable changed;
    private final transient GivenWords words;

    /** @param changed is told when the list is not right any more */
    AccommodationsPanel(Accommodations accommodations, CourseRunId run, List<TimedQuiz> quizzes, Runnable changed) {
        this.accommodations = accommodations;
        this.run = run;
        this.quizzes = quizzes;
        this.changed = changed;
        this.words = new GivenWords(this, quizzes);
    }

    /** @param page from 0 */
    void show(String text, int page) {
        removeAll();
        List<Accommodation> given = accommodations.list(run, text, new PageRequest(page * ROWS, ROWS));
        if (given.isEmpty()) {
            String key = text.isBlank() ? "assessment.given.none" : "assessment.given.nothing-found";
            add(new EmptyState(Illustration.SEARCH, getTranslation(key + ".title"), getTranslation(key + ".text")));
            return;
        }
        TimesTable table = new TimesTable(COLUMNS);
        given.forEach(one -> table.row(List.of(
                person(one),
                TimesTable.text(words.quiz(one.data().unitKey())),
                words.what(one.data()),
                TimesTable.text(one.data().reason()),
                TimesTable.text(words.by(one.givenAt(), one.givenBy())),
                acts(one))));
        add(table);
    }

    void ask(@Nullable Accommodation before) {
        new AccommodationDialog(
                        before,
                        quizzes,
                        (text, page) -> accommodations.learners(run, text, page),
                        "accommodation/" + run + "/" + (before == null ? "new" : before.id()),
                        data -> {
                            accommodations.give(run, data);
                            Toasts.show(getTranslation("assessment.given.done"));
                            changed.run();
                        })
                .open();
    }

    void askGroup() {
        new GroupAccommodationDialog(quizzes, accommodations, run, count -> {
                    Toasts.show(getTranslation("assessment.given.group.done", count));
                    changed.run();
                })
                .open();
    }

    private Component acts(Accommodation one) {
        Button change = new Button(Glyph.PENCIL.create(), click -> ask(one));
        change.setAriaLabel(getTranslation("assessment.given.change.of", one.name()));
        change.setTooltipText(getTranslation("assessment.given.change.of", one.name()));
        change.addThemeNames("tertiary");
        Button back = new Button(Glyph.TRASH_2.create(), click -> takeBack(one));
        back.setAriaLabel(getTranslation("assessment.given.take-back.of", one.name()));
        back.setTooltipText(getTranslation("assessment.given.take-back.of", one.name()));
        back.addThemeNames("tertiary");
        back.setVisible(one.group().isEmpty());
        Div acts = new Div(change, back);
        acts.addClassName("c-studio-actions");
        return acts;
    }

    private void takeBack(Accommodation one) {
        told(() -> accommodations
                .takeBack(run, one.id())
                .ifPresent(data -> Toasts.withUndo(
                        getTranslation("assessment.given.taken-back", one.name()),
                        () -> told(() -> accommodations.give(run, data)))));
    }

    private void told(Runnable act) {
        try {
            act.run();
        } catch (RuleViolation violation) {
            Toasts.problem(
                    getTranslation(violation.code(), violation.arguments().toArray()));
        }
        changed.run();
    }

    private Component person(Accommodation one) {
        Span email = new Span(one.email());
        email.addClassNames("c-muted", "c-small");
        Div person = new Div(new Span(one.name()), email);
        if (!one.group().isEmpty()) {
            Span group = new Span(getTranslation("assessment.given.by-group", one.group()));
            group.addClassNames("c-muted", "c-small");
            person.add(group);
        }
        person.addClassName("c-studio-stack");
        return person;
    }
}
