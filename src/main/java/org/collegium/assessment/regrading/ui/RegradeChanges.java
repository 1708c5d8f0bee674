package org.collegium.assessment.regrading.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.DoubleFunction;
import org.collegium.assessment.AttemptGrades.Worth;
import org.collegium.assessment.regrading.QuizRegrades;
import org.collegium.assessment.regrading.Regrade;
import org.collegium.assessment.regrading.RegradeChange;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** Who would be graded otherwise: before and after, whether they pass, and what they keep. */
final class RegradeChanges extends Div {

    private static final List<String> COLUMNS = List.of("learner", "points", "passed", "note");
    private static final int PAGE = 50;

    private final transient Regrade regrade;
    private final transient QuizRegrades regrades;
    private final transient DoubleFunction<String> number;
    private final NativeTable table = new NativeTable();
    private final Button more = new Button();

    RegradeChanges(Regrade regrade, QuizRegrades regrades, DoubleFunction<String> number) {
        this.regrade = regrade;
        this.regrades = regrades;
        this.number = number;
        addClassName("c-studio");
        table.addClassName("c-table");
        NativeTableRow names = table.getHead().addRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell =
                    new NativeTableHeaderCell(getTranslation("assessment.regrade.column." + column));
            cell.getElement().setAttribute("scope", "col");
            names.add(cell);
        }
        more.setText(getTranslation("assessment.regrade.more"));
        more.addClickListener(click -> show());
        add(new H2(getTranslation("assessment.regrade.changes", regrade.counts().changed())), counts(), table, more);
        show();
    }

    private Component counts() {
        DescriptionList counts = new DescriptionList();
        counts.addClassName("grade-counts");
        count(counts, "better", regrade.counts().better());
        count(counts, "worse", regrade.counts().worse());
        count(counts, "newly-passed", regrade.counts().newlyPassed());
        count(counts, "no-longer-passed", regrade.counts().noLongerPassed());
        return counts;
    }

    private void count(DescriptionList counts, String key, int value) {
        counts.add(
                new DescriptionList.Term(getTranslation("assessment.regrade.count." + key)),
                new DescriptionList.Description(number.apply(value)));
    }

    private void show() {
        int before = (int) table.getBody().getRowCount();
        regrades.changes(regrade.run(), regrade.id(), new PageRequest(before, PAGE))
                .forEach(change -> row(who(change), points(change), passed(change), note(change)));
        more.setVisible(table.getBody().getRowCount() < regrade.counts().changed());
    }

    private void row(Component... contents) {
        NativeTableRow line = table.getBody().addRow();
        for (int i = 0; i < contents.length; i++) {
            NativeTableCell cell = new NativeTableCell();
            cell.add(contents[i]);
            cell.getElement().setAttribute("data-label", getTranslation("assessment.regrade.column." + COLUMNS.get(i)));
            line.add(cell);
        }
    }

    private Component who(RegradeChange change) {
        Div who = new Div(
                new Span(change.name()),
                RegradingPage.muted(change.email()),
                RegradingPage.muted(getTranslation("assessment.regrade.attempt", change.number())));
        who.addClassName("c-studio-stack");
        return who;
    }

    private Component points(RegradeChange change) {
        Worth before = change.before();
        Worth after = change.after();
        Span points = new Span(getTranslation(
                "assessment.regrade.change",
                number.apply(before.points()),
                number.apply(before.possible()),
                number.apply(after.points()),
                number.apply(after.possible())));
        points.addClassNames("c-number", change.loses() ? "grade-worse" : "grade-better");
        return points;
    }

    private Component passed(RegradeChange change) {
        boolean before = change.before().passed();
        boolean after = change.after().passed();
        if (before == after) {
            return new StatusBadge(
                    after ? Status.GOOD : Status.NEUTRAL,
                    getTranslation(after ? "assessment.regrade.still-passed" : "assessment.regrade.still-not"));
        }
        return new StatusBadge(
                after ? Status.GOOD : Status.BAD,
                getTranslation(after ? "assessment.regrade.passes" : "assessment.regrade.passes-not"));
    }

    private Component note(RegradeChange change) {
        Div notes = new Div();
        notes.addClassName("c-studio-stack");
        if (change.outcome() == RegradeChange.Outcome.KEPT) {
            notes.add(RegradingPage.muted(getTranslation("assessment.regrade.kept")));
        } else if (change.loses()) {
            notes.add(RegradingPage.muted(getTranslation("assessment.regrade.would-lose")));
            if (change.before().passed() && !change.after().passed()) {
                notes.add(RegradingPage.muted(getTranslation("assessment.regrade.completed-stays")));
            }
        }
        if (change.certificate()) {
            notes.add(
                    new StatusBadge(Status.ACHIEVED, getTranslation("assessment.regrade.certificate")),
                    RegradingPage.muted(getTranslation("assessment.regrade.certificate.stays")));
        }
        return notes;
    }
}
