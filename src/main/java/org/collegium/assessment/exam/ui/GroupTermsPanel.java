package org.collegium.assessment.exam.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.IntFunction;
import org.collegium.assessment.exam.GroupAccommodation;
import org.collegium.assessment.exam.GroupAccommodations;
import org.collegium.assessment.exam.TimedQuiz;
import org.collegium.courses.CourseRunId;
import org.collegium.enrolment.RunGroup;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.Toasts;

/** What groups of a run were given, a page of it; nothing where they were given nothing. */
final class GroupTermsPanel extends Div {

    private static final int ROWS = 10;

    private static final List<String> COLUMNS = List.of(
            "assessment.given.to-group",
            "assessment.given.quiz",
            "assessment.given.what",
            "assessment.given.reason",
            "assessment.given.by",
            "assessment.given.acts");

    private final transient GroupAccommodations given;
    private final CourseRunId run;
    private final transient GivenWords words;
    private final transient Runnable changed;

    /** @param changed is told when the list is not right any more */
    GroupTermsPanel(GroupAccommodations given, CourseRunId run, List<TimedQuiz> quizzes, Runnable changed) {
        this.given = given;
        this.run = run;
        this.words = new GivenWords(this, quizzes);
        this.changed = changed;
    }

    /**
     * @param page from 0
     * @param address of a page, by its number from 0
     */
    void show(int page, IntFunction<String> address) {
        removeAll();
        int count = given.count(run);
        int shown = PageLinks.shown(page, ROWS, count);
        List<GroupAccommodation> all = given.list(run, new PageRequest(shown * ROWS, ROWS));
        setVisible(count > 0);
        TimesTable table = new TimesTable(COLUMNS);
        all.forEach(one -> table.row(List.of(
                group(one.group()),
                TimesTable.text(words.quiz(one.data().unitKey())),
                words.what(one.data()),
                TimesTable.text(one.data().reason()),
                TimesTable.text(words.by(one.givenAt(), one.givenBy())),
                acts(one))));
        add(table, new PageLinks(shown, ROWS, count, address));
    }

    private Component group(RunGroup group) {
        Span members = new Span(getTranslation("assessment.given.group.members", group.members()));
        members.addClassNames("c-muted", "c-small");
        Div both = new Div(new Span(group.name()), members);
        both.addClassName("c-studio-stack");
        return both;
    }

    private Component acts(GroupAccommodation one) {
        Button back = new Button(Glyph.TRASH_2.create(), click -> takeBack(one));
        String label =
                getTranslation("assessment.given.take-back.of", one.group().name());
        back.setAriaLabel(label);
        back.setTooltipText(label);
        back.addThemeNames("tertiary");
        return back;
    }

    private void takeBack(GroupAccommodation one) {
        told(() -> given.takeBack(run, one.id())
                .ifPresent(data -> Toasts.withUndo(
                        getTranslation(
                                "assessment.given.taken-back", one.group().name()),
                        () -> told(() -> given.give(run, one.group().id(), data)))));
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
}
