package org.collegium.credentials.templates;

import org.collegium.shared.Oklch;

/** The colours of a design, with the quiet one between ink and ground, and whether they can be read. */
record DesignColours(Design.Colours chosen) {

    /** The least contrast of text, as WCAG 2.2 asks for. */
    static final double LEAST = 4.5;

    String ground() {
        return Oklch.ofHex(chosen.ground()).hex();
    }

    String ink() {
        return Oklch.ofHex(chosen.ink()).hex();
    }

    String accent() {
        return Oklch.ofHex(chosen.accent()).hex();
    }

    /** Ink that comes nearer to the ground as far as it can still be read. */
    String quiet() {
        Oklch ground = Oklch.ofHex(chosen.ground());
        Oklch ink = Oklch.ofHex(chosen.ink());
        for (double share = 0.34; share > 0; share -= 0.02) {
            Oklch between = ink.withLightness(ink.lightness() + (ground.lightness() - ink.lightness()) * share);
            if (between.contrast(ground) >= LEAST + 0.2) {
                return between.hex();
            }
        }
        return ink.hex();
    }

    double contrastOfInk() {
        return Oklch.ofHex(chosen.ink()).contrast(Oklch.ofHex(chosen.ground()));
    }

    double contrastOfAccent() {
        return Oklch.ofHex(chosen.accent()).contrast(Oklch.ofHex(chosen.ground()));
    }
}
