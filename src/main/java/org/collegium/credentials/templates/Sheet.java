package org.collegium.credentials.templates;

/** The sheet of paper: its margins, what stands around the text, and the styles that all blocks share. */
record Sheet(Design design, boolean rightToLeft) {

    private static final double MARGIN = 17;

    String styles() {
        DesignColours colours = new DesignColours(design.colours());
        int width = design.paper().width();
        int height = design.paper().height();
        return """
                @page { size: %dmm %dmm; margin: 0; }
                body { margin: 0; color: %s; font-family: '%s', 'Source Serif 4', 'Noto Naskh Arabic', 'Noto Serif Hebrew', 'Noto Serif Devanagari', 'Noto Serif Bengali', 'Noto Sans Tamil', 'Noto Serif Telugu', 'Noto Sans Thai', 'Noto Sans Georgian', 'Noto Sans Armenian', 'Noto Sans Ethiopic', 'Nanum Myeongjo', 'Noto Serif SC', serif; }
                .ground { position: absolute; left: 0; top: 0; width: %dmm; height: %dmm; background-color: %s; }
                .edge { position: absolute; }
                .sheet { position: absolute; left: %smm; top: %smm; width: %smm; }
                .sheet div, p, h1, h2 { margin: 0; padding: 0; word-wrap: break-word; font-weight: 400; line-height: 1.32; }
                .column { float: %s; }
                .end { clear: both; height: 0; }
                """.formatted(
                        width,
                        height,
                        colours.ink(),
                        design.typeface().family(),
                        width,
                        height,
                        colours.ground(),
                        left(),
                        top(),
                        width - left() - right(),
                        rightToLeft ? "right" : "left");
    }

    private double left() {
        return side(!rightToLeft);
    }

    private double right() {
        return side(rightToLeft);
    }

    private double side(boolean band) {
        return switch (design.frame()) {
            case LINE, DOUBLE -> MARGIN + 7;
            case SIDE -> band ? MARGIN + 18 : MARGIN;
            case NONE, TOP -> MARGIN;
        };
    }

    private double top() {
        return switch (design.frame()) {
            case LINE, DOUBLE -> MARGIN + 5;
            case TOP -> MARGIN + 12;
            case NONE, SIDE -> MARGIN;
        };
    }

    /** What stays empty at the foot of the page, in millimetres. */
    static double foot(Design design) {
        return switch (design.frame()) {
            case LINE, DOUBLE -> MARGIN + 4;
            case NONE, SIDE, TOP -> MARGIN - 3;
        };
    }

    /** What stands around the text; it is drawn only, nobody hears it. */
    String frame() {
        StringBuilder html = new StringBuilder();
        html.append("<div class=\"ground\"></div>");
        String accent = new DesignColours(design.colours()).accent();
        int width = design.paper().width();
        int height = design.paper().height();
        switch (design.frame()) {
            case NONE -> {}
            case LINE -> border(html, 9, 0.5, accent);
            case DOUBLE -> {
                border(html, 8, 1, accent);
                border(html, 10.2, 0.25, accent);
            }
            case SIDE -> {
                edge(html, rightToLeft ? width - 15 : 0, 0, 15, height, accent);
                edge(html, rightToLeft ? width - 17.6 : 17, 0, 0.6, height, accent);
            }
            case TOP -> {
                edge(html, 0, 0, width, 12, accent);
                edge(html, 0, 13.6, width, 0.6, accent);
            }
        }
        return html.toString();
    }

    private void border(StringBuilder html, double inset, double line, String colour) {
        html.append(
                "<div class=\"edge\" style=\"left:%smm;top:%smm;width:%smm;height:%smm;border:%smm solid %s\"></div>"
                        .formatted(
                                inset,
                                inset,
                                design.paper().width() - 2 * inset - 2 * line,
                                design.paper().height() - 2 * inset - 2 * line,
                                line,
                                colour));
    }

    private static void edge(StringBuilder html, double left, double top, double width, double height, String colour) {
        html.append("<div class=\"edge\" style=\"left:%smm;top:%smm;width:%smm;height:%smm;background-color:%s\"></div>"
                .formatted(left, top, width, height, colour));
    }
}
