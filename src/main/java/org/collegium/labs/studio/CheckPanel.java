package org.collegium.labs.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.text.NumberFormat;
import java.util.List;
import java.util.Optional;
import org.collegium.activity.Readiness;
import org.collegium.labs.CellGrade;
import org.collegium.labs.authoring.CheckResult;
import org.collegium.labs.ui.Rows;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** What trying a lab before it is published gave: a verdict, reasons as sentences, and what each test gave. */
final class CheckPanel extends Div {

    private static final List<String> COLUMNS = List.of("test", "solution", "untouched");
    private static final double TOLERANCE = 1e-9;
    private static final int KILO = 1024;

    CheckPanel(Readiness readiness, Optional<CheckResult> result) {
        addClassName("c-studio-stack");
        addClassName("lab-check");
        add(badge(this, readiness));
        if (!readiness.sentences().isEmpty()) {
            UnorderedList reasons = new UnorderedList();
            reasons.addClassName("lab-check-reasons");
            readiness
                    .sentences()
                    .forEach(sentence -> reasons.add(new ListItem(
                            getTranslation(sentence.key(), sentence.arguments().toArray()))));
            add(reasons);
        }
        result.ifPresent(found -> add(facts(found), table(found)));
    }

    /** How a lab stands, in a word. */
    static StatusBadge badge(Component page, Readiness readiness) {
        return switch (readiness) {
            case Readiness.Ready _ -> new StatusBadge(Status.GOOD, page.getTranslation("labs.check.passed"));
            case Readiness.Trying _ -> new StatusBadge(Status.WAITING, page.getTranslation("labs.check.trying"));
            case Readiness.Waiting _ -> new StatusBadge(Status.WAITING, page.getTranslation("labs.check.waiting"));
            case Readiness.NotReady _ -> new StatusBadge(Status.BAD, page.getTranslation("labs.check.failed"));
        };
    }

    private Component facts(CheckResult result) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("lab-check-facts");
        fact(
                facts,
                "solution",
                getTranslation(
                        "labs.points",
                        number(result.solutionPoints()),
                        number(result.pointsByTests()),
                        result.pointsByTests()));
        fact(
                facts,
                "untouched",
                getTranslation("labs.check.fact.points", number(result.untouchedPoints()), result.untouchedPoints()));
        fact(
                facts,
                "time",
                getTranslation(
                        "labs.check.fact.seconds",
                        number(Math.max(0.1, Math.round(result.tookMillis() / 100.0) / 10.0)),
                        result.limits().totalSeconds()));
        fact(
                facts,
                "memory",
                result.peakKilobytes() == 0
                        ? getTranslation("labs.check.fact.unknown")
                        : getTranslation(
                                "labs.check.fact.megabytes",
                                result.peakKilobytes() / KILO,
                                result.limits().memoryMegabytes()));
        fact(
                facts,
                "packages",
                result.missing().isEmpty()
                        ? getTranslation("labs.check.fact.there")
                        : getTranslation("labs.check.fact.missing", String.join(", ", result.missing())));
        return facts;
    }

    private void fact(DescriptionList facts, String key, String value) {
        facts.add(
                new DescriptionList.Term(getTranslation("labs.check.fact." + key)),
                new DescriptionList.Description(value));
    }

    private Component table(CheckResult result) {
        Rows table = new Rows("labs.check.column.", COLUMNS);
        for (int i = 0; i < result.solution().size(); i++) {
            CellGrade solution = result.solution().get(i);
            CellGrade untouched = result.untouched().get(i);
            boolean byHand = solution.outcome() == CellGrade.Outcome.BY_HAND
                    || solution.outcome() == CellGrade.Outcome.UNANSWERED;
            table.row(
                    new Span(solution.gradeId()),
                    byHand ? new Span(getTranslation("labs.check.by-hand")) : earned(solution, true),
                    byHand ? new Span() : earned(untouched, false));
        }
        return table;
    }

    /** Right is everything for the author's own solution, and nothing for the version that nobody worked on. */
    private StatusBadge earned(CellGrade cell, boolean all) {
        boolean right = all ? cell.points() + TOLERANCE >= cell.maxPoints() : cell.points() < TOLERANCE;
        return new StatusBadge(
                right ? Status.GOOD : Status.BAD,
                getTranslation("labs.points", number(cell.points()), number(cell.maxPoints()), cell.maxPoints()));
    }

    private String number(double value) {
        return NumberFormat.getNumberInstance(getLocale()).format(value);
    }
}
