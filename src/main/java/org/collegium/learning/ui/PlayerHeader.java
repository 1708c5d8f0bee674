package org.collegium.learning.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.collegium.courses.languages.Variant;
import org.collegium.learning.ProgressExplanation;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.ProgressRing;
import org.collegium.shared.ui.SchemeSwitch;

/** The bar on top of the player: the way back, the course, how far one is and why, light and dark, the keys. */
final class PlayerHeader extends Header {

    private final Anchor course = new Anchor();
    private final NativeButton why = new NativeButton();
    private final Div line = new Div();
    private final Div languages = new Div();

    PlayerHeader(Runnable explain) {
        addClassName("lrn-header");
        why.addClassName("lrn-why");
        why.addClickListener(click -> explain.run());
        course.addClassName("lrn-header-course");
        course.setRouterIgnore(true);
        line.addClassName("lrn-line");
        line.getElement().setAttribute("aria-hidden", "true");
        languages.addClassName("lrn-languages");
        add(outlineSwitch(), back(), course, why, languages, new SchemeSwitch(), keys(), line);
    }

    void show(Seat seat, ProgressExplanation progress) {
        course.setText(seat.title());
        course.setHref("/courses/" + seat.partner() + "/" + seat.course());
        Span words = new Span(getTranslation("learning.progress.count", progress.done(), progress.total()));
        words.addClassName("lrn-why-words");
        why.removeAll();
        why.add(new ProgressRing(progress.fraction(), getTranslation("learning.progress.name")), words);
        why.setTitle(getTranslation("learning.progress.why"));
        line.getStyle().set("--done", Double.toString(progress.fraction()));
        line.setClassName("lrn-line-done", progress.fraction() >= 1);
    }

    /** Offers the same unit in other languages; where one lacks it, that course from where one stopped. */
    void offer(Seat seat, String unitKey, List<Variant> variants) {
        languages.removeAll();
        for (Variant variant : variants) {
            Locale language = Locale.forLanguageTag(variant.language());
            Anchor link = new Anchor(
                    variant.has(unitKey)
                            ? LearningNavigation.unit(seat.partner(), variant.key(), unitKey)
                            : LearningNavigation.resume(seat.partner(), variant.key()),
                    language.getLanguage().toUpperCase(Locale.ROOT));
            link.addClassName("lrn-language");
            link.getElement().setAttribute("hreflang", variant.language());
            String name = getTranslation("learning.language.switch", language.getDisplayLanguage(language));
            link.setAriaLabel(name);
            link.setTitle(name);
            languages.add(link);
        }
    }

    private NativeButton outlineSwitch() {
        NativeButton button = tool(Glyph.LIST_TREE, "learning.outline.switch");
        button.getElement().setAttribute("data-outline-switch", true);
        button.getElement().setAttribute("aria-controls", OutlinePanel.ID);
        button.getElement().setAttribute("aria-expanded", "true");
        return button;
    }

    private Anchor back() {
        Span words = new Span(getTranslation("learning.my.entry"));
        Anchor back = new Anchor(LearningNavigation.MY_LEARNING, Glyph.ARROW_LEFT.create(), words);
        back.addClassName("lrn-back");
        return back;
    }

    private NativeButton keys() {
        NativeButton button = tool(Glyph.CIRCLE_HELP, "learning.keys.title");
        button.getElement().setAttribute("data-keys", true);
        button.addClassName("lrn-keys-button");
        return button;
    }

    private NativeButton tool(Glyph glyph, String label) {
        NativeButton button = new NativeButton();
        button.add(glyph.create());
        button.addClassName("c-tool");
        button.setAriaLabel(getTranslation(label));
        button.setTitle(getTranslation(label));
        return button;
    }
}
