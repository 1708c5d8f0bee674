package org.collegium.courses.derived.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.collegium.courses.merging.Conflict;
import org.collegium.courses.merging.Decision;
import org.collegium.shared.Differences;
import org.collegium.shared.Differences.Mark;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** A place that both sides changed: the two texts beside one another, what stood there before on demand, and the choice. */
final class ConflictPanel extends Section {

    private static final Pattern WORD = Pattern.compile("\\s++|[^\\s]++");

    private final transient Conflict conflict;
    private final transient Consumer<Optional<Decision>> choose;
    private final Div actions = new Div();

    /**
     * @param place what is kept of a text of one's own is named by it
     * @param choose is told what was chosen, or that it shall be chosen again
     */
    ConflictPanel(
            String title, Conflict conflict, boolean mayChoose, String place, Consumer<Optional<Decision>> choose) {
        this.conflict = conflict;
        this.choose = choose;
        addClassNames("c-surface", "c-conflict");
        H3 heading = new H3(title);
        heading.getElement().setAttribute("tabindex", "-1");
        heading.setId("conflict-" + conflict.id());
        getElement().setAttribute("aria-labelledby", "conflict-" + conflict.id());
        if (conflict.open()) {
            getElement().setAttribute("data-open", "");
        }
        Div sides = new Div(
                side("courses.upstream.ours", conflict.ours()), side("courses.upstream.theirs", conflict.theirs()));
        sides.addClassName("c-compare-sides");
        actions.addClassName("c-studio-actions");
        add(heading, sides);
        conflict.base().ifPresent(base -> getElement().appendChild(before(base)));
        add(actions);
        conflict.decision().ifPresentOrElse(decision -> decided(decision, mayChoose), () -> open(mayChoose, place));
    }

    private Component side(String key, Optional<String> text) {
        Div side = new Div(new H4(getTranslation(key)));
        side.addClassName("c-compare-side");
        if (text.isEmpty()) {
            side.add(new StatusBadge(
                    Status.NEUTRAL,
                    getTranslation(
                            conflict.base().isEmpty() ? "courses.upstream.nothing" : "courses.upstream.removed")));
        } else {
            side.add(marked(text.get()));
        }
        return side;
    }

    /** The text; words that did not stand there before are marked. */
    private Component marked(String text) {
        Pre pre = new Pre();
        pre.addClassName("c-conflict-text");
        StringBuilder same = new StringBuilder();
        StringBuilder come = new StringBuilder();
        for (Differences.Item<String> word :
                Differences.between(words(conflict.base().orElse(text)), words(text))) {
            if (word.mark() == Mark.SAME) {
                mark(pre, come);
                same.append(word.item());
            } else if (word.mark() == Mark.COME) {
                plain(pre, same);
                come.append(word.item());
            }
        }
        mark(pre, come);
        plain(pre, same);
        return pre;
    }

    private static void plain(Pre pre, StringBuilder text) {
        if (!text.isEmpty()) {
            pre.add(new Span(text.toString()));
            text.setLength(0);
        }
    }

    private static void mark(Pre pre, StringBuilder text) {
        if (!text.isEmpty()) {
            Element mark = new Element("ins");
            mark.setText(text.toString());
            pre.getElement().appendChild(mark);
            text.setLength(0);
        }
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private Element before(String base) {
        Element details = new Element("details");
        Element summary = new Element("summary");
        summary.setText(getTranslation("courses.upstream.base"));
        Pre pre = new Pre(base);
        pre.addClassName("c-conflict-text");
        details.appendChild(summary, pre.getElement());
        return details;
    }

    private void decided(Decision decision, boolean mayChoose) {
        String word = switch (decision) {
            case Decision.Ours ours -> "ours";
            case Decision.Theirs theirs -> "theirs";
            case Decision.Both both -> "both";
            case Decision.Edited edited -> "edited";
        };
        if (decision instanceof Decision.Edited(String text)) {
            Pre pre = new Pre(text);
            pre.addClassName("c-conflict-text");
            addComponentAtIndex(getComponentCount() - 1, pre);
        }
        actions.add(new StatusBadge(Status.GOOD, getTranslation("courses.upstream.chosen." + word)));
        if (mayChoose) {
            actions.add(choice("courses.upstream.undo", Glyph.UNDO_2, () -> choose.accept(Optional.empty())));
        }
    }

    private void open(boolean mayChoose, String place) {
        if (!mayChoose) {
            return;
        }
        actions.add(
                choice("courses.upstream.choose.ours", Glyph.CHECK, () -> take(new Decision.Ours())),
                choice("courses.upstream.choose.theirs", Glyph.CHECK, () -> take(new Decision.Theirs())));
        if (conflict.both().isPresent()) {
            actions.add(choice("courses.upstream.choose.both", Glyph.CHECK, () -> take(new Decision.Both())));
        }
        if (conflict.editable()) {
            actions.add(choice("courses.upstream.choose.edit", Glyph.PENCIL, () -> edit(place)));
        }
    }

    private void take(Decision decision) {
        choose.accept(Optional.of(decision));
    }

    private NativeButton choice(String key, Glyph glyph, Runnable then) {
        NativeButton button = new NativeButton(getTranslation(key), click -> then.run());
        button.addComponentAsFirst(glyph.create());
        button.addClassName("c-button");
        button.getElement().setAttribute("aria-describedby", "conflict-" + conflict.id());
        return button;
    }

    private void edit(String place) {
        TextArea text = new TextArea(getTranslation("courses.upstream.own"));
        text.setWidthFull();
        text.setValue(conflict.both().or(conflict::ours).or(conflict::theirs).orElse(""));
        Div form = new Div(text);
        form.addClassName("c-studio-stack");
        KeptTyping typing = new KeptTyping(form, place + "/" + conflict.id()).with("text", text);
        Div buttons = new Div(
                choice("courses.upstream.choose.save", Glyph.CHECK, () -> {
                    take(new Decision.Edited(text.getValue()));
                    typing.forget();
                }),
                choice("courses.upstream.choose.cancel", Glyph.X, () -> {
                    typing.forget();
                    remove(form);
                    actions.setVisible(true);
                }));
        buttons.addClassName("c-studio-actions");
        form.add(buttons);
        actions.setVisible(false);
        add(form);
        text.focus();
    }
}
