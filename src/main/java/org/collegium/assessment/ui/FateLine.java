package org.collegium.assessment.ui;

import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.HtmlElement;

/** How an answer fares, or all of them, as a sign and in words; {@code frontend/quiz} fills it. */
final class FateLine {

    private static final String SIGNS = sign(Glyph.CIRCLE_CHECK, "saved")
            + sign(Glyph.CLOCK, "waiting")
            + sign(Glyph.CLOUD_OFF, "offline")
            + sign(Glyph.TRIANGLE_ALERT, "trouble");

    private FateLine() {}

    static HtmlElement of(String name) {
        return HtmlElement.of("p", name + " quiz-fate c-small")
                .html(SIGNS)
                .add(HtmlElement.of("span", name + "-words"));
    }

    static String sign(Glyph glyph, String fate) {
        return glyph.html("quiz-sign-" + fate);
    }
}
