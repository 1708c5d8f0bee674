package org.collegium.courses.languages.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.collegium.courses.languages.TranslatedUnit;
import org.collegium.courses.languages.TranslatedUnit.State;
import org.collegium.courses.languages.Translation;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.PageLinks;

/** The units of the source with how far their translations are; those of a page, or all, are marked as current together. */
final class UnitList extends Div {

    static final int ROWS = 50;

    private final transient Translation translation;
    private final int page;
    private final transient Optional<Consumer<Set<String>>> marking;
    private final Set<String> chosen = new LinkedHashSet<>();
    private final NativeButton mark = new NativeButton();

    /** @param marking empty for those who may only look */
    UnitList(Translation translation, int page, Optional<Consumer<Set<String>>> marking) {
        this.translation = translation;
        this.page = page;
        this.marking = marking;
        addClassName("c-studio-stack");
        UnorderedList list = new UnorderedList();
        list.addClassName("c-library");
        translation.units().stream().skip((long) page * ROWS).limit(ROWS).forEach(unit -> list.add(row(unit)));
        marking.ifPresent(this::actions);
        String address = LanguagesView.address(translation.course());
        add(list, new PageLinks(page, ROWS, translation.units().size(), number -> address + "?page=" + (number + 1)));
    }

    private void actions(Consumer<Set<String>> deed) {
        Set<String> waiting = translation.units().stream()
                .filter(UnitList::waits)
                .map(unit -> unit.unit().key())
                .collect(Collectors.toUnmodifiableSet());
        if (waiting.isEmpty()) {
            return;
        }
        mark.addClickListener(click -> deed.accept(Set.copyOf(chosen)));
        mark.addClassName("c-button");
        count();
        NativeButton all = new NativeButton(
                getTranslation("courses.languages.mark.all", waiting.size()), click -> deed.accept(waiting));
        all.addComponentAsFirst(Glyph.CHECK.create());
        all.addClassName("c-button");
        Div actions = new Div(mark, all);
        actions.addClassName("c-studio-actions");
        add(actions);
    }

    private static boolean waits(TranslatedUnit unit) {
        return unit.state() == State.OUT_OF_DATE || unit.state() == State.UNCHECKED;
    }

    private void choose(String key, boolean yes) {
        if (yes) {
            chosen.add(key);
        } else {
            chosen.remove(key);
        }
        count();
    }

    private void count() {
        mark.setText(getTranslation("courses.languages.mark.chosen", chosen.size()));
        mark.setEnabled(!chosen.isEmpty());
    }

    private ListItem row(TranslatedUnit unit) {
        String key = unit.unit().key();
        Component title = unit.state() == State.MISSING
                ? new Span(unit.unit().title())
                : new Anchor(
                        LanguagesView.address(translation.course()) + "?unit=" + key
                                + (page == 0 ? "" : "&page=" + (page + 1)),
                        unit.unit().title());
        Span translated = new Span(unit.translated().map(found -> found.title()).orElse(""));
        translated.addClassNames("c-muted", "c-small");
        Div names = new Div(new Div(title, new Div(translated)));
        names.addClassName("c-library-choice");
        ListItem row = new ListItem(names, new UnitState(unit.state()));
        if (marking.isPresent() && waits(unit)) {
            Checkbox box = new Checkbox();
            box.addValueChangeListener(change -> choose(key, change.getValue()));
            box.setAriaLabel(
                    getTranslation("courses.languages.choose", unit.unit().title()));
            names.addComponentAsFirst(box);
        }
        row.addClassName("c-library-row");
        return row;
    }
}
