package org.collegium.integrity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.collegium.integrity.IntegrityNavigation;
import org.collegium.integrity.similarity.ComparableUnit;
import org.collegium.integrity.similarity.Comparison;
import org.collegium.integrity.similarity.Comparison.State;
import org.collegium.integrity.similarity.Comparisons;
import org.collegium.integrity.similarity.FoundPair;
import org.collegium.integrity.ui.IntegrityView.Looked;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.Polling;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;
import org.collegium.shared.ui.Toasts;

/** The quizzes and labs of a run, having their texts compared, and what was found. */
final class SimilarTexts extends Div {

    private static final int ROWS = 25;
    private static final Duration OFTEN = Duration.ofSeconds(2);

    private final transient Comparisons comparisons;
    private final transient Looked looked;
    private final transient Said said = Said.here();
    private final Div units = new Div();
    private final Section found = new Section();
    private final Polling polling = new Polling(this, this::look);
    private boolean waiting;

    SimilarTexts(Comparisons comparisons, Looked looked) {
        this.comparisons = comparisons;
        this.looked = looked;
        addClassName("integrity-part");
        Paragraph rule = new Paragraph(getTranslation("integrity.similarity.rule"));
        rule.addClassName("c-muted");
        units.getElement().setAttribute("aria-live", "polite");
        add(rule, units, found);
        look();
        showPairs();
    }

    private void look() {
        List<ComparableUnit> all = comparisons.units(looked.run().id());
        boolean running = all.stream().anyMatch(SimilarTexts::isRunning);
        polling.whilst(running, OFTEN);
        units.removeAll();
        if (all.isEmpty()) {
            units.add(new EmptyState(
                    Illustration.SIGNPOST,
                    getTranslation("integrity.similarity.no-units.title"),
                    getTranslation("integrity.similarity.no-units.text")));
        } else {
            Rows table = new Rows("integrity.similarity.column.", List.of("unit", "state", "acts"));
            all.forEach(unit -> table.row(name(unit), state(unit), acts(unit)));
            units.add(table);
        }
        if (waiting && !running) {
            showPairs();
        }
        waiting = running;
    }

    private static boolean isRunning(ComparableUnit unit) {
        return unit.comparison().filter(one -> one.state() == State.RUNNING).isPresent();
    }

    private Component name(ComparableUnit unit) {
        boolean chosen = unit.unitKey().equals(looked.value("unit"));
        if (unit.comparison().filter(one -> one.pairs() > 0).isEmpty()) {
            return new Span(unit.title());
        }
        Anchor link = new Anchor(
                looked.with(Map.of("unit", chosen ? "" : unit.unitKey(), "page", "")), new Span(unit.title()));
        if (chosen) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }

    private Component state(ComparableUnit unit) {
        Comparison comparison = unit.comparison().orElse(null);
        if (comparison == null) {
            return StudioIntegrityView.muted(getTranslation("integrity.similarity.never"));
        }
        return switch (comparison.state()) {
            case RUNNING -> running(comparison);
            case FAILED -> new StatusBadge(Status.BAD, getTranslation("integrity.similarity.failed"));
            case DONE ->
                StudioIntegrityView.stack(List.of(
                        new Span(
                                comparison.texts() == 0
                                        ? getTranslation("integrity.similarity.nothing")
                                        : getTranslation("integrity.similarity.found", comparison.pairs())),
                        StudioIntegrityView.muted(texts(comparison))));
        };
    }

    private String texts(Comparison comparison) {
        String done = getTranslation("integrity.similarity.done", comparison.texts(), said.time(comparison.begunAt()));
        return comparison.shortTexts() == 0
                ? done
                : done + ". " + getTranslation("integrity.similarity.short", comparison.shortTexts());
    }

    private Component running(Comparison comparison) {
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(comparison.partsOf() == 0);
        if (comparison.partsOf() > 0) {
            bar.setValue((double) comparison.partsDone() / comparison.partsOf());
        }
        bar.getElement().setAttribute("aria-label", getTranslation("integrity.similarity.running"));
        return StudioIntegrityView.stack(
                List.of(StudioIntegrityView.muted(getTranslation("integrity.similarity.running")), bar));
    }

    private Component acts(ComparableUnit unit) {
        boolean again = unit.comparison().isPresent();
        Button compare = new Button(
                getTranslation(again ? "integrity.similarity.again" : "integrity.similarity.begin"),
                Glyph.SCALE.create(),
                click -> begin(unit));
        compare.setAriaLabel(getTranslation(
                again ? "integrity.similarity.again.of" : "integrity.similarity.begin.of", unit.title()));
        compare.setEnabled(!isRunning(unit));
        return compare;
    }

    private void begin(ComparableUnit unit) {
        try {
            comparisons.begin(looked.run().id(), unit.unitKey());
        } catch (RuleViolation violation) {
            Toasts.problem(
                    getTranslation(violation.code(), violation.arguments().toArray()));
        }
        waiting = true;
        look();
        showPairs();
    }

    private void showPairs() {
        found.removeAll();
        String unit = looked.value("unit");
        int count = comparisons.count(looked.run().id(), unit);
        found.setVisible(count > 0);
        if (count == 0) {
            return;
        }
        H2 heading = new H2(getTranslation("integrity.pairs.heading"));
        Span words = StudioIntegrityView.muted(getTranslation("integrity.pairs.count", count));
        words.getElement().setAttribute("role", "status");
        Rows table = new Rows("integrity.pairs.column.", List.of("share", "texts", "of", "look"));
        table.addClassName("integrity-pairs");
        Map<String, String> titles = titles(comparisons, looked);
        int page = PageLinks.shown(looked.page(), ROWS, count);
        Map<String, Map<String, String>> parts = new HashMap<>();
        comparisons
                .pairs(looked.run().id(), unit, new PageRequest(page * ROWS, ROWS))
                .forEach(pair -> table.row(
                        share(pair.share()),
                        Rows.text(getTranslation("integrity.pairs.names", pair.leftName(), pair.rightName())),
                        of(
                                pair,
                                titles,
                                parts.computeIfAbsent(
                                        pair.unitKey(),
                                        key -> comparisons.parts(looked.run().id(), key))),
                        beside(pair)));
        found.add(
                heading,
                words,
                table,
                new PageLinks(page, ROWS, count, number -> looked.with(Map.of("page", String.valueOf(number + 1)))));
    }

    /** Of the quizzes and labs of the run, by their key. */
    static Map<String, String> titles(Comparisons comparisons, Looked looked) {
        return comparisons.units(looked.run().id()).stream()
                .collect(Collectors.toMap(ComparableUnit::unitKey, ComparableUnit::title));
    }

    /** The number, and a bar that says the same. */
    private Component share(double share) {
        Span words = new Span(said.percent(share));
        words.addClassName("c-number");
        Div bar = new Div();
        bar.addClassName("integrity-share");
        bar.getElement().setAttribute("aria-hidden", "true");
        bar.getStyle().set("--share", Double.toString(share));
        Div both = new Div(words, bar);
        both.addClassName("integrity-shared");
        return both;
    }

    private Component of(FoundPair pair, Map<String, String> titles, Map<String, String> parts) {
        return StudioIntegrityView.stack(List.of(
                new Span(titles.getOrDefault(pair.unitKey(), pair.unitKey())),
                StudioIntegrityView.muted(PartWords.of(this, pair.part(), parts))));
    }

    private Component beside(FoundPair pair) {
        Anchor link = new Anchor(
                IntegrityNavigation.pair(
                        looked.course().id().value(), looked.run().id().value(), pair.id()),
                new Span(getTranslation("integrity.pairs.look")));
        link.setAriaLabel(getTranslation("integrity.pairs.look.of", pair.leftName(), pair.rightName()));
        return link;
    }
}
