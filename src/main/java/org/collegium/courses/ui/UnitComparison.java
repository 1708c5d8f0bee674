package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.collegium.content.MarkedTexts;
import org.collegium.content.Prose;
import org.collegium.content.RenderedText;
import org.collegium.shared.Differences;
import org.collegium.shared.Differences.Mark;
import org.collegium.shared.ui.Glyph;
import org.collegium.source.SourceFile;

/** One unit in two states: as it is read where that can be, else as it is written. Changes are gone to by keyboard. */
public final class UnitComparison extends Section {

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

    private final Div sides = new Div();
    private final Span at = new Span();
    private int changes;

    /**
     * @param title of the unit
     * @param otherAddress where it is shown as it is written, or as it is read
     */
    public UnitComparison(String title, Sides both, String otherAddress) {
        addClassName("c-compare");
        sides.addClassName("c-compare-sides");
        at.getElement().setAttribute("role", "status");
        at.addClassNames("c-muted", "c-small");
        boolean readable = both.before().isPresent() || both.after().isPresent();
        if (readable && !both.source()) {
            prose(both);
        } else {
            source(both);
        }
        add(new H2(title), tools(otherAddress, both.source(), readable), sides);
    }

    /**
     * Both states of the unit.
     *
     * @param older what the older state is called
     * @param newer what the newer state is called
     * @param before its text where it is read; empty where it is no text, or was not there
     * @param after the same in the newer state
     * @param fileBefore its file; empty where it was not there
     * @param fileAfter the same in the newer state
     * @param source whether it is shown as it is written
     */
    public record Sides(
            String older,
            String newer,
            Optional<RenderedText> before,
            Optional<RenderedText> after,
            Supplier<Optional<SourceFile>> fileBefore,
            Supplier<Optional<SourceFile>> fileAfter,
            boolean source,
            Locale language) {}

    private Component tools(String otherAddress, boolean source, boolean readable) {
        Div tools = new Div();
        tools.addClassName("c-studio-actions");
        if (changes > 0) {
            tools.add(
                    step("courses.compare.previous", Glyph.CHEVRON_UP, -1, Key.ARROW_UP),
                    step("courses.compare.next", Glyph.CHEVRON_DOWN, 1, Key.ARROW_DOWN));
        }
        if (readable) {
            tools.add(StudioView.button(
                    otherAddress,
                    getTranslation(source ? "courses.compare.read" : "courses.compare.source"),
                    (source ? Glyph.BOOK_OPEN : Glyph.FILE_TEXT).create()));
        }
        at.setText(
                changes > 0
                        ? getTranslation("courses.compare.number", changes)
                        : getTranslation("courses.compare.equal"));
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

    private void prose(Sides both) {
        if (both.before().isPresent() && both.after().isPresent()) {
            RenderedText before = both.before().get();
            RenderedText after = both.after().get();
            MarkedTexts marked = MarkedTexts.of(before, after);
            changes = marked.changes();
            sides.add(
                    side(both.older(), prose(before, marked.older(), both.language())),
                    side(both.newer(), prose(after, marked.newer(), both.language())));
        } else {
            both.before().ifPresent(text -> sides.add(side(both.older(), prose(text, text.html(), both.language()))));
            both.after().ifPresent(text -> sides.add(side(both.newer(), prose(text, text.html(), both.language()))));
        }
    }

    private static Component prose(RenderedText text, String html, Locale language) {
        Prose prose = new Prose(new RenderedText(html, text.title(), text.facts(), List.of()));
        prose.setLanguage(language);
        return prose;
    }

    private void source(Sides both) {
        Optional<SourceFile> before = both.fileBefore().get();
        Optional<SourceFile> after = both.fileAfter().get();
        List<String> older = lines(before);
        List<String> newer = lines(after);
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
            sides.add(side(both.older(), scrolled(left)));
        }
        if (after.isPresent()) {
            sides.add(side(both.newer(), scrolled(right)));
        }
    }

    private Component scrolled(Pre lines) {
        lines.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("courses.compare.source"));
        return lines;
    }

    private static List<String> lines(Optional<SourceFile> file) {
        return file.flatMap(found -> found.text(fault -> {}))
                .map(text -> text.lines().toList())
                .orElse(List.of());
    }

    private static Component side(String name, Component shown) {
        Div side = new Div(new H3(name), shown);
        side.addClassName("c-compare-side");
        return side;
    }
}
