package org.collegium.assessment.ui;

import com.vaadin.flow.component.html.Paragraph;
import org.collegium.shared.ui.Glyph;

/**
 * How an answer fares, or all of them, as a sign and in words; {@code frontend/quiz} fills it. There is one for each question, so what is in it
 * is HTML, of which the server keeps nothing.
 */
final class FateLine extends Paragraph {

    FateLine(String name) {
        addClassNames(name, "quiz-fate", "c-small");
        String signs = sign(Glyph.CIRCLE_CHECK, "saved")
                + sign(Glyph.CLOCK, "waiting")
                + sign(Glyph.CLOUD_OFF, "offline")
                + sign(Glyph.TRIANGLE_ALERT, "trouble");
        getElement().setProperty("innerHTML", signs + "<span class=\"" + name + "-words\"></span>");
    }

    static String sign(Glyph glyph, String fate) {
        return glyph.html("quiz-sign-" + fate);
    }
}
