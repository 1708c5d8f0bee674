package org.collegium;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Files that somebody has tampered with, by chance that a seed repeats. */
public final class Mutations {

    private Mutations() {}

    /**
     * A text with some of it put in, taken out or said again, and now and then a byte that is no letter.
     *
     * @param spice what is put in
     * @param most how many changes there are at the most
     */
    public static byte[] of(byte[] text, String[] spice, int most, Random random) {
        StringBuilder changed = new StringBuilder(new String(text, StandardCharsets.UTF_8));
        for (int i = random.nextInt(most); i >= 0; i--) {
            int at = random.nextInt(changed.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> changed.insert(at, spice[random.nextInt(spice.length)]);
                case 1 -> changed.delete(at, Math.min(changed.length(), at + random.nextInt(20)));
                case 2 ->
                    changed.insert(at, changed.substring(at, Math.min(changed.length(), at + random.nextInt(60))));
                default -> changed.insert(at, spice[random.nextInt(spice.length)].repeat(random.nextInt(40)));
            }
        }
        byte[] bytes = changed.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(10) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }
}
