package org.collegium.shared;

import java.util.Locale;

/**
 * A colour in OKLCH: lightness 0 to 1, chroma from 0 (grey) to about 0.37, hue in degrees.
 *
 * <p>Conversions follow Björn Ottosson's definition of OKLab and the sRGB transfer curve of IEC 61966-2-1.
 */
public record Oklch(double lightness, double chroma, double hue) {

    public Oklch {
        if (!(lightness >= 0 && lightness <= 1)) {
            throw new IllegalArgumentException("Lightness is between 0 and 1, not " + lightness);
        }
        if (!(chroma >= 0 && chroma <= 0.5)) {
            throw new IllegalArgumentException("Chroma is between 0 and 0.5, not " + chroma);
        }
        hue = ((hue % 360) + 360) % 360;
    }

    /** Reads {@code #rrggbb}. */
    public static Oklch ofHex(String hex) {
        if (!hex.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("A colour is written as # and six hexadecimal digits, not " + hex);
        }
        int rgb = Integer.parseInt(hex.substring(1), 16);
        double r = linear(((rgb >> 16) & 0xff) / 255.0);
        double g = linear(((rgb >> 8) & 0xff) / 255.0);
        double b = linear((rgb & 0xff) / 255.0);
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        double lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
        double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        double bb = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        return new Oklch(Math.clamp(lightness, 0, 1), Math.hypot(a, bb), Math.toDegrees(Math.atan2(bb, a)));
    }

    public Oklch withLightness(double other) {
        return new Oklch(Math.clamp(other, 0, 1), chroma, hue);
    }

    public Oklch withChroma(double other) {
        return new Oklch(lightness, Math.clamp(other, 0, 0.5), hue);
    }

    public Oklch turned(double degrees) {
        return new Oklch(lightness, chroma, hue + degrees);
    }

    /** The colour as {@code #rrggbb}; chroma is lowered until the colour exists in sRGB. */
    public String hex() {
        double[] rgb = inGamut().linearRgb();
        int packed = 0;
        for (double channel : rgb) {
            packed = packed << 8 | (int) Math.round(Math.clamp(encoded(channel), 0, 1) * 255);
        }
        return String.format(Locale.ROOT, "#%06x", packed);
    }

    /** Contrast ratio to another colour, 1 to 21, as WCAG 2.2 defines it. */
    public double contrast(Oklch other) {
        double one = luminance();
        double two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    private double luminance() {
        double[] rgb = inGamut().linearRgb();
        return 0.2126 * Math.clamp(rgb[0], 0, 1)
                + 0.7152 * Math.clamp(rgb[1], 0, 1)
                + 0.0722 * Math.clamp(rgb[2], 0, 1);
    }

    private Oklch inGamut() {
        Oklch colour = this;
        while (colour.chroma > 0.001 && !colour.fits()) {
            colour = colour.withChroma(colour.chroma - 0.004);
        }
        return colour;
    }

    private boolean fits() {
        for (double channel : linearRgb()) {
            if (channel < -0.0015 || channel > 1.0015) {
                return false;
            }
        }
        return true;
    }

    private double[] linearRgb() {
        double a = chroma * Math.cos(Math.toRadians(hue));
        double b = chroma * Math.sin(Math.toRadians(hue));
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static double encoded(double channel) {
        return channel <= 0.0031308 ? channel * 12.92 : 1.055 * Math.pow(channel, 1 / 2.4) - 0.055;
    }
}
