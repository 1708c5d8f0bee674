package org.collegium.gradebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.collegium.gradebook.RunBook;
import org.collegium.gradebook.rules.Category;
import org.collegium.gradebook.rules.EntryGrade;
import org.collegium.gradebook.rules.Scale;
import org.collegium.gradebook.rules.Total;
import org.collegium.gradebook.rules.Total.CategoryTotal;
import org.jspecify.annotations.Nullable;

/** A total with everything it is made of: categories, weights, entries, late work, and by which rule. */
final class ExplanationPanel extends Div {

    private static final List<String> CATEGORIES = List.of(
            "gradebook.column.category",
            "gradebook.column.points",
            "gradebook.column.share",
            "gradebook.column.weight",
            "gradebook.column.adds");
    private static final List<String> ENTRIES = List.of(
            "gradebook.column.entry", "gradebook.column.score", "gradebook.column.adds", "gradebook.column.why");

    private final GradeWords words = new GradeWords();

    /** @param acts what can be done with an entry; null for learners */
    ExplanationPanel(RunBook book, Total total, @Nullable Function<EntryGrade, Component> acts) {
        addClassNames("c-studio", "grades-explanation");
        add(sum(book, total));
        if (!book.book().categories().isEmpty()) {
            add(categories(total));
        }
        add(entries(total, acts));
    }

    private Section sum(RunBook book, Total total) {
        Span figure = new Span(words.total(total.share(), book.scale()));
        figure.addClassName("grades-total");
        Section sum = new Section(new H2(getTranslation("gradebook.total")), figure);
        Double share = total.share();
        sum.add(muted(
                share == null
                        ? getTranslation("gradebook.total.none.why")
                        : getTranslation("gradebook.total.rounded", words.percent(share), places(book.scale()))));
        CategoryTotal first = total.categories().getFirst();
        if (first.category() == null && share != null) {
            sum.add(muted(getTranslation(
                    "gradebook.total.points",
                    words.number(first.earned()),
                    words.number(first.possible()),
                    first.possible())));
        }
        if (total.capped()) {
            sum.add(muted(getTranslation("gradebook.total.capped")));
        }
        sum.add(muted(getTranslation("gradebook.total.missing." + book.book().missing())));
        sum.addClassNames("c-surface", "c-studio-stack");
        return sum;
    }

    private String places(Scale scale) {
        String kind = getTranslation("gradebook.total.places", scale.decimals());
        return scale.kind() == Scale.Kind.STEPS ? kind + " " + getTranslation("gradebook.total.steps") : kind;
    }

    private Section categories(Total total) {
        GradeTable table = new GradeTable(getTranslation("gradebook.categories"), CATEGORIES);
        for (CategoryTotal sum : total.categories()) {
            Category category = sum.category();
            Double share = sum.share();
            if (category != null) {
                table.row(List.of(
                        new Span(category.name()),
                        new Span(getTranslation(
                                "gradebook.points.of", words.number(sum.earned()), words.number(sum.possible()))),
                        new Span(share == null ? getTranslation("gradebook.brief.none") : words.percent(share)),
                        new Span(words.part(sum.weight())),
                        new Span(words.part(share == null ? 0 : share * sum.weight()))));
            }
        }
        Section section = new Section(
                new H2(getTranslation("gradebook.categories")),
                muted(getTranslation("gradebook.categories.rule")),
                table);
        section.addClassName("c-studio-stack");
        return section;
    }

    private Section entries(Total total, @Nullable Function<EntryGrade, Component> acts) {
        List<String> columns = new ArrayList<>(ENTRIES);
        if (acts != null) {
            columns.add("gradebook.column.acts");
        }
        GradeTable table = new GradeTable(getTranslation("gradebook.entries"), columns);
        for (EntryGrade grade : total.entries()) {
            List<Component> cells = new ArrayList<>(List.of(
                    new Span(grade.entry().title()),
                    new Span(words.score(grade)),
                    new Span(words.adds(grade)),
                    why(grade)));
            if (acts != null) {
                cells.add(acts.apply(grade));
            }
            table.row(cells);
        }
        Section section = new Section(new H2(getTranslation("gradebook.entries")), table);
        section.addClassName("c-studio-stack");
        return section;
    }

    private Component why(EntryGrade grade) {
        UnorderedList list = new UnorderedList();
        list.addClassNames("grades-why", "c-small");
        words.why(grade).forEach(sentence -> list.add(new ListItem(sentence)));
        return list;
    }

    private static Paragraph muted(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassNames("c-muted", "c-small");
        return paragraph;
    }
}
