package org.collegium.shared;

import java.util.Locale;

/** Collects the shapes of one cover as compact SVG. */
final class CoverCanvas {

    static final int WIDTH = 480;
    static final int HEIGHT = 240;

    private final StringBuilder body = new StringBuilder(2048);
    private final String ground;

    CoverCanvas(String ground) {
        this.ground = ground;
    }

    void fill(String colour, String path) {
        body.append("<path fill=\"")
                .append(colour)
                .append("\" d=\"")
                .append(path)
                .append("\"/>");
    }

    void fill(String colour, double opacity, String path) {
        body.append("<path fill=\"").append(colour).append("\" opacity=\"").append(number(opacity));
        body.append("\" d=\"").append(path).append("\"/>");
    }

    void stroke(String colour, double width, String path) {
        body.append("<path fill=\"none\" stroke=\"")
                .append(colour)
                .append("\" stroke-width=\"")
                .append(number(width));
        body.append("\" d=\"").append(path).append("\"/>");
    }

    /** Strokes with round ends; lines of no length become dots of that width. */
    void round(String colour, double width, String path) {
        body.append("<path fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\" stroke=\"")
                .append(colour);
        body.append("\" stroke-width=\"")
                .append(number(width))
                .append("\" d=\"")
                .append(path)
                .append("\"/>");
    }

    /** The path of a circle. */
    static String circle(double x, double y, double radius) {
        String r = number(radius);
        String d = number(2 * radius);
        return "M" + number(x - radius) + " " + number(y) + "a" + r + " " + r + " 0 1 0 " + d + " 0a" + r + " " + r
                + " 0 1 0-" + d + " 0";
    }

    static String point(double x, double y) {
        return number(x) + " " + number(y);
    }

    static String number(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : String.format(Locale.ROOT, "%.1f", rounded);
    }

    String svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" preserveAspectRatio=\"xMidYMid slice\"><path fill=\"" + ground + "\" d=\"M0 0h" + WIDTH + "v"
                + HEIGHT
                + "H0z\"/>" + body + "</svg>";
    }
}
