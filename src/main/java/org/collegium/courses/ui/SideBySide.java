package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.collegium.content.MarkedTexts;
import org.collegium.content.Prose;
import org.collegium.content.RenderedText;
import org.collegium.shared.Differences;
import org.collegium.shared.Differences.Mark;
import org.collegium.shared.ui.Glyph;

/** Two states of a text beside one another. Changes are gone to by keyboard. */
class SideBySide extends Section {

    /** Puts the next or last change before the reader; after the last comes the first. */
    private static final String GO = """
        const all = [...new Set([...this.querySelectorAll('[data-change]')].map(mark => mark.dataset.change))];
        if (all.length > 0) {
            const at = all.indexOf(this.dataset.at ?? '');
            const next = all[(at < 0 ? ($0 > 0 ? 0 : all.length - 1) : at + $0 + all.length) % all.length];
            this.dataset.at = next;
            this.querySelectorAll('[data-here]').forEach(mark => mark.removeAttribute('data-here'));
            const marks = this.querySelectorAll(`[data-change="${next}"]`);
            marks.forEach(mark => mark.setAttribute('data-here', ''));
            const first = marks[marks.length - 1];
            first.setAttribute('tabindex', '-1');
            first.focus({preventScroll: true});
            first.scrollIntoView({block: 'center'});
            this.querySelector('[role=status]').textContent = $1.replace('{0}', all.indexOf(next) + 1).replace('{1}', all.length);
        }
        """;

    private final String from;
    private final String to;
    private final Div sides = new Div();
    private final Span at = new Span();
    private int changes;

    /** @param from what the older state is called, {@code to} the newer */
    SideBySide(String from, String to) {
        this.from = from;
        this.to = to;
        addClassName("c-compare");
        sides.addClassName("c-compare-sides");
        at.getElement().setAttribute("role", "status");
        at.addClassNames("c-muted", "c-small");
    }

    Div sides() {
        return sides;
    }

    /** Whether nothing that is shown differs. */
    boolean isSame() {
        return changes == 0;
    }

    /** What leads from change to change, and further tools. */
    Component tools(Component... further) {
        Div tools = new Div();
        tools.addClassName("c-studio-actions");
        if (changes > 0) {
            tools.add(
                    step("courses.compare.previous", Glyph.CHEVRON_UP, -1, Key.ARROW_UP),
                    step("courses.compare.next", Glyph.CHEVRON_DOWN, 1, Key.ARROW_DOWN));
        }
        tools.add(further);
        boolean both = sides.getComponentCount() > 1;
        at.setText(
                changes > 0
                        ? getTranslation("courses.compare.number", changes)
                        : both ? getTranslation("courses.compare.equal") : "");
        tools.add(at);
        return tools;
    }

    private Component step(String key, Glyph glyph, int by, Key arrow) {
        NativeButton button = new NativeButton(getTranslation(key), click -> go(by));
        button.addComponentAsFirst(glyph.create());
        button.addClassName("c-button");
        button.getElement().setAttribute("aria-keyshortcuts", by > 0 ? "Alt+ArrowDown" : "Alt+ArrowUp");
        button.setTitle(by > 0 ? "Alt+↓" : "Alt+↑");
        Shortcuts.addShortcutListener(this, () -> go(by), arrow, KeyModifier.ALT);
        return button;
    }

    private void go(int by) {
        getElement().executeJs(GO, by, getTranslation("courses.compare.at"));
    }

    /** Shows both as they are read; one that is missing has no side. */
    void read(Optional<RenderedText> before, Optional<RenderedText> after, Locale language) {
        if (before.isPresent() && after.isPresent()) {
            MarkedTexts marked = MarkedTexts.of(before.get(), after.get());
            changes = marked.changes();
            sides.add(
                    side(from, prose(before.get(), marked.older(), language)),
                    side(to, prose(after.get(), marked.newer(), language)));
        } else {
            before.ifPresent(text -> sides.add(side(from, prose(text, text.html(), language))));
            after.ifPresent(text -> sides.add(side(to, prose(text, text.html(), language))));
        }
    }

    private static Component prose(RenderedText text, String html, Locale language) {
        Prose prose = new Prose(new RenderedText(html, text.title(), text.facts(), List.of()));
        prose.setLanguage(language);
        return prose;
    }

    /** Shows both as they are written; one that is missing has no side. */
    void written(Optional<List<String>> before, Optional<List<String>> after) {
        List<String> older = before.orElse(List.of());
        List<String> newer = after.orElse(List.of());
        Pre left = new Pre();
        Pre right = new Pre();
        boolean within = false;
        for (Differences.Item<String> line : Differences.between(older, newer)) {
            if (line.mark() == Mark.SAME) {
                within = false;
                left.add(new Span(line.item() + "\n"));
                right.add(new Span(line.item() + "\n"));
            } else {
                changes += within ? 0 : 1;
                within = true;
                boolean gone = line.mark() == Mark.GONE;
                Element mark = new Element(gone ? "del" : "ins");
                mark.setText((gone ? "− " : "+ ") + line.item() + "\n");
                mark.setAttribute("data-change", Integer.toString(changes));
                (gone ? left : right).getElement().appendChild(mark);
            }
        }
        if (before.isPresent()) {
            sides.add(side(from, scrolled(left)));
        }
        if (after.isPresent()) {
            sides.add(side(to, scrolled(right)));
        }
    }

    private Component scrolled(Pre lines) {
        lines.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("courses.compare.source"));
        return lines;
    }

    private static Component side(String name, Component shown) {
        Div side = new Div(new H3(name), shown);
        side.addClassName("c-compare-side");
        return side;
    }
}
