package org.collegium.labs.studio;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.collegium.courses.CourseRunId;
import org.collegium.labs.marking.GradedWork;
import org.collegium.labs.marking.Regrades;
import org.collegium.labs.ui.Rows;
import org.collegium.labs.work.SubmissionId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** Where single submissions are chosen; what is chosen stays so while one looks at others. */
final class ChoosingSubmissions extends Div {

    private static final List<String> COLUMNS = List.of("choose", "learner", "handed-in", "points", "passed");
    private static final int PAGE = 20;

    private final transient Regrades regrades;
    private final transient CourseRunId run;
    private final String unitKey;
    private final Set<SubmissionId> chosen = new LinkedHashSet<>();
    private final Select<String> failing = new Select<>();
    private final Rows table = new Rows("labs.regrade.choose.column.", COLUMNS);
    private final Button all = new Button();
    private final Button none = new Button();
    private final Button more = new Button();
    private final Paragraph nothing = new Paragraph();
    private final Span count = new Span();
    private final List<Checkbox> boxes = new ArrayList<>();
    private int found;

    /**
     * Shows the first of them.
     *
     * @param tests that one may look for
     * @param test the one that is looked for at first; empty for all submissions
     */
    ChoosingSubmissions(Regrades regrades, CourseRunId run, String unitKey, List<String> tests, String test) {
        this.regrades = regrades;
        this.run = run;
        this.unitKey = unitKey;
        addClassName("lab-choosing");
        failing.setLabel(getTranslation("labs.regrade.choose.failing"));
        List<String> items = new ArrayList<>(List.of(""));
        items.addAll(tests);
        failing.setItems(items);
        failing.setItemLabelGenerator(one -> one.isEmpty()
                ? getTranslation("labs.regrade.choose.any")
                : getTranslation("labs.regrade.choose.test", one));
        failing.setValue(tests.contains(test) ? test : "");
        failing.addValueChangeListener(change -> look());
        all.setText(getTranslation("labs.regrade.choose.all"));
        all.addClickListener(click -> boxes.forEach(box -> box.setValue(true)));
        none.setText(getTranslation("labs.regrade.choose.none"));
        none.addClickListener(click -> {
            chosen.clear();
            boxes.forEach(box -> box.setValue(false));
            tell();
        });
        more.setText(getTranslation("labs.results.more"));
        more.addClickListener(click -> more());
        nothing.setText(getTranslation("labs.regrade.choose.nothing"));
        nothing.addClassName("c-muted");
        count.getElement().setAttribute("role", "status");
        count.addClassName("c-muted");
        Div bar = new Div(all, none, count);
        bar.addClassName("c-studio-actions");
        add(failing, bar, table, nothing, more);
        look();
    }

    Set<SubmissionId> chosen() {
        return Set.copyOf(chosen);
    }

    private void look() {
        table.clear();
        boxes.clear();
        found = regrades.countChoices(run, unitKey, failing.getValue());
        table.setVisible(found > 0);
        nothing.setVisible(found == 0);
        all.setVisible(found > 0);
        more();
        tell();
    }

    private void more() {
        regrades.choices(run, unitKey, failing.getValue(), new PageRequest(table.count(), PAGE))
                .forEach(this::row);
        more.setVisible(table.count() < found);
    }

    private void row(GradedWork work) {
        String known = work.name();
        String name = known == null ? getTranslation("labs.regrade.learner", work.place()) : known;
        Checkbox box = new Checkbox(chosen.contains(work.id()));
        box.setAriaLabel(getTranslation("labs.regrade.choose.one", work.number(), name));
        box.addValueChangeListener(change -> {
            if (change.getValue()) {
                chosen.add(work.id());
            } else {
                chosen.remove(work.id());
            }
            tell();
        });
        boxes.add(box);
        Div number = new Div(
                new Span(getTranslation(
                        work.latest() ? "labs.regrade.choose.latest" : "labs.submission", work.number())),
                new Times(work.submittedAt()));
        number.addClassName("c-studio-stack");
        Span points = new Span(
                getTranslation("labs.points", number(work.points()), number(work.maxPoints()), work.maxPoints()));
        points.addClassName("c-number");
        table.row(
                box,
                new Span(name),
                number,
                points,
                new StatusBadge(
                        work.passed() ? Status.GOOD : Status.NEUTRAL,
                        getTranslation(work.passed() ? "labs.passed" : "labs.not-passed")));
    }

    private void tell() {
        count.setText(getTranslation("labs.regrade.choose.count", chosen.size()));
        none.setVisible(!chosen.isEmpty());
    }

    private String number(double value) {
        return NumberFormat.getNumberInstance(getLocale()).format(value);
    }
}
