package org.collegium.shared;

import java.util.SplittableRandom;

/** Five tones of one brand colour: a deep ground, two darker or lighter neighbours, a light and one warm accent. */
record CoverPalette(String ground, String deep, String mid, String light, String accent) {

    static CoverPalette of(BrandColour brand, SplittableRandom random) {
        Oklch base = brand.ground();
        double chroma = base.chroma() < 0.02 ? 0.012 : Math.clamp(base.chroma(), 0.04, 0.13);
        double lean = random.nextDouble(-14, 14);
        double lift = base.chroma() >= 0.02 && isYellow(base.hue()) ? 0.13 : 0;
        Oklch ground = new Oklch(random.nextDouble(0.36, 0.44) + lift, chroma, base.hue() + lean / 3);
        Oklch deep = new Oklch(ground.lightness() - 0.085, chroma * 0.9, base.hue() + lean);
        Oklch mid = new Oklch(ground.lightness() + 0.13, chroma * 1.05, base.hue() - lean);
        Oklch light = new Oklch(0.86 + lift / 2, chroma * 0.55, base.hue() - lean * 1.5);
        Oklch accent = new Oklch(0.83, 0.085, accentHue(base));
        return new CoverPalette(ground.hex(), deep.hex(), mid.hex(), light.hex(), accent.hex());
    }

    /** Dark yellows are browns, so yellow grounds stay lighter than others. */
    private static boolean isYellow(double hue) {
        return hue > 65 && hue < 115;
    }

    /** Warm gold, but rose on grounds that are gold themselves. */
    private static double accentHue(Oklch base) {
        return base.chroma() >= 0.02 && base.hue() > 30 && base.hue() < 115 ? 25 : 78;
    }
}
