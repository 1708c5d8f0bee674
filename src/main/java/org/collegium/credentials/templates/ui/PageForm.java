package org.collegium.credentials.templates.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.collegium.credentials.templates.Design;
import org.collegium.credentials.templates.Design.Colours;
import org.collegium.shared.ui.Glyph;

/** What can be said of the whole page: paper, frame, letters, colours, languages. */
final class PageForm extends Div {

    private static final Map<String, String> GROUNDS =
            ordered("#ffffff", "white", "#fdfaf2", "ivory", "#f6efe0", "sand", "#f3f6f8", "mist", "#14202e", "night");
    private static final Map<String, String> INKS =
            ordered("#1f1e1a", "black", "#15253b", "navy", "#3a2a1c", "sepia", "#ffffff", "white");
    private static final Map<String, String> ACCENTS = ordered(
            "#1c5f47",
            "pine",
            "#1d3a5f",
            "navy",
            "#7a1f2b",
            "burgundy",
            "#5b2a6e",
            "plum",
            "#7a5a1e",
            "bronze",
            "#3d4a55",
            "slate",
            "#1f1e1a",
            "black",
            "#e3c27a",
            "gold");

    private final transient Design design;
    private final transient Consumer<Design> changed;

    /** @param brand the colour of the partner */
    PageForm(Design design, String brand, Consumer<Design> changed) {
        this.design = design;
        this.changed = changed;
        addClassName("design-form");
        Colours colours = design.colours();
        Map<String, String> accents = new LinkedHashMap<>();
        accents.put(brand, "brand");
        ACCENTS.forEach(accents::putIfAbsent);
        add(
                Fields.choice(
                        "paper",
                        design.paper(),
                        paper -> changed.accept(new Design(
                                paper,
                                design.frame(),
                                design.typeface(),
                                colours,
                                design.languages(),
                                design.blocks()))),
                Fields.choice(
                        "frame",
                        design.frame(),
                        frame -> changed.accept(new Design(
                                design.paper(),
                                frame,
                                design.typeface(),
                                colours,
                                design.languages(),
                                design.blocks()))),
                Fields.choice(
                        "typeface",
                        design.typeface(),
                        typeface -> changed.accept(new Design(
                                design.paper(),
                                design.frame(),
                                typeface,
                                colours,
                                design.languages(),
                                design.blocks()))),
                swatches(
                        "accent",
                        accents,
                        colours.accent(),
                        accent -> colours(new Colours(colours.ground(), colours.ink(), accent))),
                swatches(
                        "ink",
                        INKS,
                        colours.ink(),
                        ink -> colours(new Colours(colours.ground(), ink, colours.accent()))),
                swatches(
                        "ground",
                        GROUNDS,
                        colours.ground(),
                        ground -> colours(new Colours(ground, colours.ink(), colours.accent()))),
                languages());
    }

    private void colours(Colours colours) {
        changed.accept(new Design(
                design.paper(), design.frame(), design.typeface(), colours, design.languages(), design.blocks()));
    }

    private void languages(List<String> languages) {
        changed.accept(new Design(
                design.paper(), design.frame(), design.typeface(), design.colours(), languages, design.blocks()));
    }

    private static Select<String> swatches(
            String key, Map<String, String> colours, String value, Consumer<String> chosen) {
        Select<String> select = Fields.choice(
                BlockWords.text("colour." + key),
                List.copyOf(colours.keySet()),
                colour -> colours.containsKey(colour) ? BlockWords.text("swatch." + colours.get(colour)) : colour,
                value,
                chosen);
        select.setRenderer(new ComponentRenderer<>(colour -> {
            Span dot = new Span();
            dot.addClassName("design-swatch");
            dot.getStyle().set("--swatch", colour);
            Span row = new Span(
                    dot,
                    new Span(colours.containsKey(colour) ? BlockWords.text("swatch." + colours.get(colour)) : colour));
            row.addClassName("design-swatch-row");
            return row;
        }));
        return select;
    }

    private Div languages() {
        UnorderedList list = new UnorderedList();
        list.addClassName("design-languages");
        for (String language : design.languages()) {
            ListItem item = new ListItem(new Span(BlockWords.language(language)));
            if (design.languages().size() > 1) {
                Button remove = new Button(
                        Glyph.X.create(),
                        click -> languages(design.languages().stream()
                                .filter(one -> !one.equals(language))
                                .toList()));
                remove.setAriaLabel(BlockWords.text("language.remove", BlockWords.language(language)));
                remove.addThemeVariants(ButtonVariant.TERTIARY);
                item.add(remove);
            }
            list.add(item);
        }
        ComboBox<String> more = new ComboBox<>(BlockWords.text("language.add"));
        more.setItems(BlockWords.known().stream()
                .filter(one -> !design.languages().contains(one))
                .toList());
        more.setItemLabelGenerator(BlockWords::language);
        more.setHelperText(BlockWords.text("language.help"));
        more.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                languages(Stream.concat(design.languages().stream(), Stream.of(change.getValue()))
                        .toList());
            }
        });
        Span label = new Span(BlockWords.text("languages"));
        label.addClassName("design-label");
        return new Div(label, list, more);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            map.put(pairs[at], pairs[at + 1]);
        }
        return map;
    }
}
