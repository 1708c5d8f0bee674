package org.collegium.shared.ui;

/** The mark: seats around a round table that form an open C. Its colour is that of the text around it. */
final class Mark {

    static final String SVG = "<svg class=\"c-mark\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">"
            + "<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"3.2\" d=\"M18.87 18.19A9.25 9.25 0 0 1 12.52 21.24"
            + "M10.43 21.12A9.25 9.25 0 0 1 4.46 17.36M3.45 15.52A9.25 9.25 0 0 1 3.45 8.48"
            + "M4.46 6.64A9.25 9.25 0 0 1 10.43 2.88M12.52 2.76A9.25 9.25 0 0 1 18.87 5.81\"/>"
            + "<circle cx=\"12\" cy=\"12\" r=\"3.9\" fill=\"currentColor\"/></svg>";

    private Mark() {}
}
