package org.collegium.shared;

/** A partner's brand colour, {@code #rrggbb}, with the variants of it that meet contrast on our pages. */
public record BrandColour(String hex) {

    /** Pine, for partners that have chosen none. */
    public static final BrandColour DEFAULT = new BrandColour("#1c5f47");

    private static final double TEXT = 4.5;
    private static final Oklch PAPER = new Oklch(0.958, 0.006, 90);
    private static final Oklch NIGHT = new Oklch(0.222, 0.007, 90);
    private static final Oklch WHITE = new Oklch(1, 0, 0);

    public BrandColour {
        hex = Oklch.ofHex(hex).hex();
    }

    /** The colour darkened until it is readable as text on every surface of the light scheme. */
    public Oklch onLight() {
        return moved(PAPER, -0.01);
    }

    /** The colour lightened until it is readable as text on every surface of the dark scheme. */
    public Oklch onDark() {
        return moved(NIGHT, 0.01);
    }

    /** The colour darkened until white text is readable on it: the ground of bands, covers and initials. */
    public Oklch ground() {
        return moved(WHITE, -0.01);
    }

    /**
     * Declarations for a {@code style} attribute: {@code --c-brand} for text and lines, {@code --c-brand-ground} for bands
     * and initials with {@code --c-on-brand-ground} on them.
     */
    public String css() {
        return "--c-brand:light-dark(" + onLight().hex() + "," + onDark().hex() + ");--c-brand-ground:" + ground().hex()
                + ";--c-on-brand-ground:#fff";
    }

    private Oklch moved(Oklch against, double step) {
        Oklch colour = Oklch.ofHex(hex);
        while (colour.contrast(against) < TEXT) {
            colour = colour.withLightness(colour.lightness() + step);
        }
        return colour;
    }
}
