package org.collegium.gradebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.collegium.gradebook.RunBook;
import org.collegium.gradebook.rules.Book;
import org.collegium.gradebook.rules.Category;
import org.collegium.gradebook.rules.Entry;

/** The parts of the page on which a run's grading is set up. */
final class SetUpParts {

    private static final List<String> CATEGORIES = List.of(
            "gradebook.column.category",
            "gradebook.column.weight",
            "gradebook.column.normalised",
            "gradebook.column.drop",
            "gradebook.column.acts");
    private static final List<String> ENTRIES = List.of(
            "gradebook.column.entry",
            "gradebook.column.category",
            "gradebook.column.points",
            "gradebook.column.due",
            "gradebook.column.late",
            "gradebook.column.acts");

    private SetUpParts() {}

    static Section rules(RunBook book, Component change, Component scales) {
        GradeWords words = new GradeWords();
        return section(
                "gradebook.setup.rules",
                new Paragraph(words.text("gradebook.setup.scale.said", words.scale(book.scale()))),
                new Paragraph(
                        words.text("gradebook.total.missing." + book.book().missing())),
                new Paragraph(words.late(book.book().late())),
                change,
                new H3(words.text("gradebook.scale.own")),
                scales);
    }

    static Section categories(RunBook book, Component add, Function<Category, Component> acts) {
        GradeWords words = new GradeWords();
        Book rules = book.book();
        if (rules.categories().isEmpty()) {
            return section("gradebook.categories", muted(words.text("gradebook.setup.categories.none")), add);
        }
        GradeTable table = new GradeTable(words.text("gradebook.categories"), CATEGORIES);
        for (Category category : rules.categories()) {
            table.row(List.of(
                    new Span(category.name()),
                    new Span(words.number(category.weight())),
                    new Span(words.part(category.weight() / rules.weights())),
                    new Span(words.number(category.dropLowest())),
                    acts.apply(category)));
        }
        return section(
                "gradebook.categories",
                muted(words.text("gradebook.setup.categories.sum", words.number(rules.weights()))),
                table,
                add);
    }

    static Section entries(RunBook book, Component add, Function<Entry, Component> acts) {
        GradeWords words = new GradeWords();
        Book rules = book.book();
        GradeTable table = new GradeTable(words.text("gradebook.entries"), ENTRIES);
        for (Entry entry : rules.entries()) {
            table.row(List.of(
                    new Span(entry.title()),
                    new Span(category(rules, entry, words)),
                    new Span(points(entry, words)),
                    new Span(due(entry, words)),
                    new Span(entry.late() == null ? words.text("gradebook.late.usual") : words.late(entry.late())),
                    acts.apply(entry)));
        }
        long outside =
                rules.entries().stream().filter(entry -> !rules.placed(entry)).count();
        Section section = section("gradebook.entries");
        if (outside > 0) {
            Paragraph warning = new Paragraph(words.text("gradebook.setup.entries.outside", outside));
            warning.addClassNames("c-notice", "c-notice-waiting");
            section.add(warning);
        }
        section.add(table, add);
        return section;
    }

    private static String category(Book book, Entry entry, GradeWords words) {
        return book.categories().stream()
                .filter(category -> category.key().equals(entry.category()))
                .map(Category::name)
                .findFirst()
                .orElseGet(() -> words.text("gradebook.setup.category.none"));
    }

    private static String points(Entry entry, GradeWords words) {
        String points = words.number(entry.points());
        return entry.extra() ? words.text("gradebook.setup.points.extra", points) : points;
    }

    private static String due(Entry entry, GradeWords words) {
        Instant due = entry.due();
        return Optional.ofNullable(due).map(words::said).orElseGet(() -> words.text("gradebook.due.none"));
    }

    static Component named(String name, Component acts) {
        Div line = new Div(new Span(name), acts);
        line.addClassName("c-studio-actions");
        return line;
    }

    private static Section section(String title, Component... parts) {
        Section section = new Section(new H2(UI.getCurrent().getTranslation(title)));
        section.add(parts);
        section.addClassNames("c-surface", "c-studio-stack", "grades-part");
        return section;
    }

    private static Paragraph muted(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassNames("c-muted", "c-small");
        return paragraph;
    }
}
