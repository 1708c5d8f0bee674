package org.collegium.gradebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.gradebook.EntryStatistics;
import org.collegium.gradebook.ReleasingGrades;
import org.collegium.gradebook.RunBook;
import org.collegium.gradebook.rules.Entry;
import org.collegium.gradebook.rules.Release;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FocusAgain;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;
import org.collegium.shared.ui.Toasts;
import org.jspecify.annotations.Nullable;

/** How each entry of a run came out, and whether learners see it. */
final class EntriesTable extends Div {

    private static final List<String> COLUMNS = List.of(
            "gradebook.column.entry",
            "gradebook.column.graded",
            "gradebook.column.waiting",
            "gradebook.column.missing",
            "gradebook.column.mean",
            "gradebook.column.median",
            "gradebook.column.release",
            "gradebook.column.acts");

    private final transient RunBook book;
    private final transient ReleasingGrades releasing;
    private final transient Consumer<Entry> changed;
    private final GradeWords words = new GradeWords();

    /** @param changed is told of which entry learners see another thing */
    EntriesTable(RunBook book, List<EntryStatistics> statistics, ReleasingGrades releasing, Consumer<Entry> changed) {
        this.book = book;
        this.releasing = releasing;
        this.changed = changed;
        Map<String, EntryStatistics> byKey =
                statistics.stream().collect(Collectors.toMap(EntryStatistics::key, Function.identity()));
        GradeTable table = new GradeTable(getTranslation("gradebook.entries"), COLUMNS);
        for (Entry entry : book.book().entries()) {
            EntryStatistics known =
                    byKey.getOrDefault(entry.key(), new EntryStatistics(entry.key(), 0, 0, 0, null, null));
            table.row(List.of(
                    new Span(entry.title()),
                    new Span(words.number(known.graded())),
                    new Span(words.number(known.waiting())),
                    new Span(words.number(known.missing())),
                    new Span(percent(known.mean())),
                    new Span(percent(known.median())),
                    state(entry),
                    acts(entry)));
        }
        add(table);
        addClassName("grades-full");
    }

    private String percent(@Nullable Double share) {
        return share == null ? getTranslation("gradebook.brief.none") : words.percent(share);
    }

    private Component state(Entry entry) {
        Release release = entry.release();
        Instant at = release.at();
        if (!release.held()) {
            return new StatusBadge(Status.NEUTRAL, getTranslation("gradebook.release.at-once"));
        }
        if (at == null) {
            return new StatusBadge(Status.LOCKED, getTranslation("gradebook.release.held"));
        }
        return at.isAfter(Instant.now())
                ? new StatusBadge(Status.WAITING, getTranslation("gradebook.release.later", words.said(at)))
                : new StatusBadge(Status.GOOD, getTranslation("gradebook.release.since", words.said(at)));
    }

    private Component acts(Entry entry) {
        Div acts = new Div();
        acts.addClassName("c-studio-actions");
        boolean open = entry.release().seen(Instant.now());
        Button main = open
                ? button("gradebook.release.hold", entry, () -> set(entry, new Release(true, null)))
                : button("gradebook.release.now", entry, () -> release(entry));
        acts.add(main);
        if (!open) {
            acts.add(button(
                    "gradebook.release.date",
                    entry,
                    () -> new ReleaseDialog(entry, at -> set(entry, new Release(true, at))).open()));
        }
        return acts;
    }

    private Button button(String key, Entry entry, Runnable act) {
        Button button = new Button(getTranslation(key), click -> act.run());
        button.setAriaLabel(named(key, entry));
        button.addThemeNames("tertiary", "small");
        return button;
    }

    private String named(String key, Entry entry) {
        return getTranslation(key) + ": " + entry.title();
    }

    /** Leads to what can be done with an entry. */
    void focus(Entry entry) {
        FocusAgain.at(this, named("gradebook.release.hold", entry), named("gradebook.release.now", entry));
    }

    private void release(Entry entry) {
        act(() -> releasing.release(book.run().id(), entry.key()), "gradebook.release.done", entry);
    }

    private void set(Entry entry, Release release) {
        act(
                () -> releasing.set(book.run().id(), entry.key(), release),
                release.at() == null ? "gradebook.release.held.done" : "gradebook.release.date.done",
                entry);
    }

    private void act(Runnable act, String told, Entry entry) {
        try {
            act.run();
            Toasts.show(getTranslation(told, entry.title()));
            changed.accept(entry);
        } catch (RuleViolation violation) {
            Toasts.problem(
                    getTranslation(violation.code(), violation.arguments().toArray()));
        }
    }
}
