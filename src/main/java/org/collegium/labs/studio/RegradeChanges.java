package org.collegium.labs.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.util.List;
import org.collegium.labs.marking.Regrade;
import org.collegium.labs.marking.RegradeChange;
import org.collegium.labs.marking.Regrades;
import org.collegium.labs.ui.Rows;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** Who would be graded otherwise: before and after, whether they pass, and what they keep. */
final class RegradeChanges extends Div {

    private static final List<String> COLUMNS = List.of("learner", "points", "passed", "note");
    private static final int PAGE = 50;

    private final transient Regrade regrade;
    private final transient Regrades regrades;
    private final Rows table = new Rows("labs.regrade.column.", COLUMNS);
    private final Button more = new Button();

    RegradeChanges(Regrade regrade, Regrades regrades) {
        this.regrade = regrade;
        this.regrades = regrades;
        addClassName("c-studio");
        if (regrade.changed() == 0) {
            return;
        }
        more.setText(getTranslation("labs.results.more"));
        more.addClickListener(click -> show());
        add(new H2(getTranslation("labs.regrade.changes", regrade.changed())), counts(), table, more);
        show();
    }

    private Component counts() {
        DescriptionList counts = new DescriptionList();
        counts.addClassName("lab-check-facts");
        count(counts, "better", regrade.better());
        count(counts, "worse", regrade.worse());
        count(counts, "newly-passed", regrade.newlyPassed());
        count(counts, "no-longer-passed", regrade.noLongerPassed());
        return counts;
    }

    private void count(DescriptionList counts, String key, int value) {
        counts.add(
                new DescriptionList.Term(getTranslation("labs.regrade.count." + key)),
                new DescriptionList.Description(number(value)));
    }

    private void show() {
        List<RegradeChange> page = regrades.changes(regrade.run(), regrade.id(), new PageRequest(table.count(), PAGE));
        page.forEach(this::row);
        more.setVisible(table.count() < regrade.changed());
    }

    private void row(RegradeChange change) {
        String name = change.name();
        Span number = new Span(getTranslation("labs.submission", change.number()));
        number.addClassNames("c-muted", "c-small");
        Div who =
                new Div(new Span(name == null ? getTranslation("labs.regrade.learner", change.place()) : name), number);
        who.addClassName("c-studio-stack");
        boolean better = change.afterPoints() >= change.beforePoints();
        Span points = new Span(getTranslation(
                "labs.regrade.points",
                number(change.beforePoints()),
                number(change.beforeMax()),
                number(change.afterPoints()),
                number(change.afterMax())));
        points.addClassNames("c-number", better ? "lab-better" : "lab-worse");
        table.row(who, points, passed(change), note(change));
    }

    private Component passed(RegradeChange change) {
        if (change.beforePassed() == change.afterPassed()) {
            return new StatusBadge(
                    change.afterPassed() ? Status.GOOD : Status.NEUTRAL,
                    getTranslation(change.afterPassed() ? "labs.regrade.still-passed" : "labs.regrade.still-not"));
        }
        return new StatusBadge(
                change.afterPassed() ? Status.GOOD : Status.BAD,
                getTranslation(change.afterPassed() ? "labs.regrade.passes" : "labs.regrade.passes-not"));
    }

    private Component note(RegradeChange change) {
        Div notes = new Div();
        notes.addClassName("c-studio-stack");
        if (change.outcome() == RegradeChange.Outcome.SKIPPED) {
            notes.add(LabStudioView.muted(getTranslation("labs.regrade.skipped")));
        }
        if (change.keeps() && change.afterPoints() < change.beforePoints()) {
            notes.add(new StatusBadge(Status.ACHIEVED, getTranslation("labs.regrade.keeps")));
        } else if (change.beforePassed() && !change.afterPassed()) {
            notes.add(LabStudioView.muted(getTranslation("labs.regrade.completed-stays")));
        }
        return notes;
    }

    private String number(double value) {
        return NumberFormat.getNumberInstance(getLocale()).format(value);
    }
}
