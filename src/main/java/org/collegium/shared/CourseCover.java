package org.collegium.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;

/**
 * The drawn cover of a course: a pattern that depends on nothing but the course's key and its partner's colour, so the
 * same course looks the same everywhere and for ever.
 */
public record CourseCover(String key, BrandColour colour) {

    /** Raise this when the drawing changes: it is part of the address, which is cached for a year. */
    private static final int EDITION = 1;

    public CourseCover {
        if (!key.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException("A course key is lower-case letters, digits and hyphens, not " + key);
        }
    }

    /** The address under which the platform serves this cover. */
    public String path() {
        return "/covers/" + EDITION + "/" + colour.hex().substring(1) + "/" + key + ".svg";
    }

    /** The cover as an SVG document of 480 by 240 units, below 4 kilobytes. */
    public String svg() {
        SplittableRandom random = new SplittableRandom(seed());
        CoverPalette palette = CoverPalette.of(colour, random);
        CoverPattern[] patterns = CoverPattern.values();
        CoverCanvas canvas = new CoverCanvas(palette.ground());
        patterns[random.nextInt(patterns.length)].draw(canvas, palette, random);
        return canvas.svg();
    }

    /** A strong entity tag of the drawing. */
    public String tag() {
        return HexFormat.of().toHexDigits(seed()) + "-" + EDITION;
    }

    private long seed() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return java.nio.ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
