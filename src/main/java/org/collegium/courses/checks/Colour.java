package org.collegium.courses.checks;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A colour that is seen, each part from 0 to 255, and how far it stands out from another (WCAG 2.2, relative luminance). */
record Colour(int red, int green, int blue) {

    static final Colour WHITE = new Colour(255, 255, 255);
    static final Colour BLACK = new Colour(0, 0, 0);

    private static final Pattern HEX = Pattern.compile("#(\\p{XDigit}{3}|\\p{XDigit}{6})");
    private static final Pattern RGB =
            Pattern.compile("rgb\\(\\s*+(\\d{1,3})[\\s,]++(\\d{1,3})[\\s,]++(\\d{1,3})\\s*+\\)");

    /** Those that drawings name; any other name says nothing here. */
    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("black", 0x000000),
            Map.entry("white", 0xffffff),
            Map.entry("gray", 0x808080),
            Map.entry("grey", 0x808080),
            Map.entry("lightgray", 0xd3d3d3),
            Map.entry("lightgrey", 0xd3d3d3),
            Map.entry("darkgray", 0xa9a9a9),
            Map.entry("darkgrey", 0xa9a9a9),
            Map.entry("dimgray", 0x696969),
            Map.entry("dimgrey", 0x696969),
            Map.entry("silver", 0xc0c0c0),
            Map.entry("gainsboro", 0xdcdcdc),
            Map.entry("whitesmoke", 0xf5f5f5),
            Map.entry("red", 0xff0000),
            Map.entry("darkred", 0x8b0000),
            Map.entry("maroon", 0x800000),
            Map.entry("green", 0x008000),
            Map.entry("darkgreen", 0x006400),
            Map.entry("lightgreen", 0x90ee90),
            Map.entry("lime", 0x00ff00),
            Map.entry("blue", 0x0000ff),
            Map.entry("darkblue", 0x00008b),
            Map.entry("navy", 0x000080),
            Map.entry("lightblue", 0xadd8e6),
            Map.entry("skyblue", 0x87ceeb),
            Map.entry("steelblue", 0x4682b4),
            Map.entry("yellow", 0xffff00),
            Map.entry("lightyellow", 0xffffe0),
            Map.entry("gold", 0xffd700),
            Map.entry("orange", 0xffa500),
            Map.entry("darkorange", 0xff8c00),
            Map.entry("purple", 0x800080),
            Map.entry("pink", 0xffc0cb),
            Map.entry("cyan", 0x00ffff),
            Map.entry("aqua", 0x00ffff),
            Map.entry("teal", 0x008080),
            Map.entry("magenta", 0xff00ff),
            Map.entry("fuchsia", 0xff00ff),
            Map.entry("olive", 0x808000),
            Map.entry("brown", 0xa52a2a),
            Map.entry("beige", 0xf5f5dc));

    private static final double[] LINEAR = linear();

    /** @param rgb eight bits each; what stands before them does not count */
    static Colour of(int rgb) {
        return new Colour(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** A colour as drawings write it; empty for what is none, or is not known here. */
    static Optional<Colour> css(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        Matcher hex = HEX.matcher(text);
        if (hex.matches()) {
            String digits =
                    hex.group(1).length() == 6 ? hex.group(1) : hex.group(1).replaceAll("(.)", "$1$1");
            return Optional.of(of(Integer.parseInt(digits, 16)));
        }
        Matcher rgb = RGB.matcher(text);
        if (rgb.matches()) {
            return Optional.of(new Colour(part(rgb.group(1)), part(rgb.group(2)), part(rgb.group(3))));
        }
        return Optional.ofNullable(NAMES.get(text)).map(Colour::of);
    }

    /** What is seen where this lies over another. */
    Colour over(Colour ground, double opacity) {
        return new Colour(
                mixed(red, ground.red, opacity),
                mixed(green, ground.green, opacity),
                mixed(blue, ground.blue, opacity));
    }

    /** From 1, the same, to 21, black and white. */
    double contrast(Colour other) {
        return contrast(luminance(), other.luminance());
    }

    static double contrast(double one, double two) {
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    /** From 0, black, to 1, white. */
    double luminance() {
        return 0.2126 * LINEAR[red] + 0.7152 * LINEAR[green] + 0.0722 * LINEAR[blue];
    }

    private static int mixed(int above, int below, double opacity) {
        return (int) Math.round(above * opacity + below * (1 - opacity));
    }

    private static int part(String number) {
        return Math.min(255, Integer.parseInt(number));
    }

    private static double[] linear() {
        double[] linear = new double[256];
        for (int i = 0; i < linear.length; i++) {
            double part = i / 255.0;
            linear[i] = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        }
        return linear;
    }
}
