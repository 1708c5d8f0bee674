package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.collegium.assessment.bank.ItemListed;
import org.collegium.shared.Slug;

/** Items of the bank as lines of a table. */
final class ItemTable {

    private static final List<String> COLUMNS = List.of("question", "kind", "tags", "difficulty", "version", "changed");

    private final Slug partner;
    private final BankTable table = new BankTable("assessment.bank.column.", COLUMNS);

    private final Map<String, String> offered;

    private ItemTable(Slug partner, Map<String, String> offered) {
        this.partner = partner;
        this.offered = offered;
        table.addClassName("c-bank-items");
    }

    /**
     * @param offered by their keys the licences under which items are offered to others
     * @param changed says when an item was changed
     */
    static BankTable of(
            Slug partner, List<ItemListed> rows, Map<String, String> offered, Function<ItemListed, String> changed) {
        ItemTable items = new ItemTable(partner, offered);
        rows.forEach(row -> items.table.row(
                items.question(row),
                new Span(items.table.getTranslation("assessment.bank.kind." + row.kind())),
                items.tags(row),
                new Span(items.difficulty(row)),
                new Span(String.valueOf(row.version())),
                new Span(changed.apply(row))));
        return items.table;
    }

    private Component question(ItemListed row) {
        Span more = new Span(row.courseKey() == null ? row.key() : row.key() + " · " + row.courseKey());
        more.addClassNames("c-muted", "c-small");
        Div title = new Div(new Anchor(BankNavigation.item(partner, row.key()), new Span(row.title())), more);
        title.addClassName("c-studio-stack");
        String licence = offered.get(row.key());
        if (licence != null) {
            Span others = new Span(table.getTranslation("assessment.bank.offered", licence));
            others.addClassNames("c-muted", "c-small");
            title.add(others);
        }
        return title;
    }

    private Component tags(ItemListed row) {
        Div tags = new Div();
        tags.addClassName("c-bank-tags");
        row.tags().forEach(tag -> tags.add(new Anchor(BankNavigation.tagged(partner, tag), new Span(tag))));
        if (row.tags().isEmpty()) {
            tags.add(new Span("–"));
        }
        return tags;
    }

    private String difficulty(ItemListed row) {
        String difficulty = row.difficulty();
        return difficulty == null ? "–" : table.getTranslation("assessment.bank.difficulty." + difficulty);
    }
}
