package org.collegium.assessment.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;
import org.collegium.shared.ui.Glyph;

/** How an answer fares, or all of them, as a sign and in words; {@code frontend/quiz} fills it. */
final class FateLine extends Paragraph {

    FateLine(String name) {
        Span words = new Span();
        words.addClassName(name + "-words");
        addClassNames(name, "quiz-fate", "c-small");
        add(
                sign(Glyph.CIRCLE_CHECK, "saved"),
                sign(Glyph.CLOCK, "waiting"),
                sign(Glyph.CLOUD_OFF, "offline"),
                sign(Glyph.TRIANGLE_ALERT, "trouble"),
                words);
    }

    static SvgIcon sign(Glyph glyph, String fate) {
        SvgIcon sign = glyph.create();
        sign.addClassName("quiz-sign-" + fate);
        return sign;
    }
}
