package org.collegium.courses.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.collegium.courses.authoring.LineMerge.Part;
import org.collegium.courses.authoring.LineMerge.Part.Agreed;
import org.collegium.courses.authoring.LineMerge.Part.Clash;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class LineMergeTest {

    private static final String BASE = "one\ntwo\nthree\nfour\nfive\n";

    @Test
    void changesInDifferentPlacesBothCount() {
        List<Part> merged = LineMerge.of(BASE, "one\nTWO\nthree\nfour\nfive\n", "one\ntwo\nthree\nfour\nFIVE\nsix\n");

        assertThat(merged).containsExactly(new Agreed("one\nTWO\nthree\nfour\nFIVE\nsix\n"));
    }

    @Test
    void theSameChangeTwiceIsOne() {
        String changed = BASE.replace("three", "3");

        assertThat(LineMerge.of(BASE, changed, changed)).containsExactly(new Agreed(changed));
    }

    @Test
    void whatBothChangedDifferentlyIsToldWithBothTexts() {
        List<Part> merged = LineMerge.of(BASE, BASE.replace("three", "mine"), BASE.replace("three", "theirs"));

        assertThat(merged)
                .containsExactly(new Agreed("one\ntwo"), new Clash("mine", "theirs"), new Agreed("four\nfive\n"));
        assertThat(LineMerge.isClean(merged)).isFalse();
        assertThat(LineMerge.text(merged)).isEqualTo("one\ntwo\nmine\nfour\nfive\n");
    }

    @Test
    void whatOneTookAwayAndTheOtherChangedIsTold() {
        assertThat(LineMerge.of(BASE, BASE.replace("three\n", ""), BASE.replace("three", "theirs")))
                .contains(new Clash("", "theirs"));
    }

    @Test
    void aTextThatOneBeganAnewIsTaken() {
        assertThat(LineMerge.of("", "# New\n", "")).containsExactly(new Agreed("# New\n"));
        assertThat(LineMerge.of(BASE, BASE, "")).containsExactly(new Agreed(""));
    }

    @Test
    void whoeverChangedNothingGetsWhatTheOtherWrote() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            String base = text(random, 12);
            String other = text(random, 12);
            assertThat(LineMerge.text(LineMerge.of(base, base, other))).isEqualTo(other);
            assertThat(LineMerge.text(LineMerge.of(base, other, base))).isEqualTo(other);
            assertThat(LineMerge.text(LineMerge.of(base, other, other))).isEqualTo(other);
        }
    }

    @Test
    void noLineOfEitherIsLostUnlessOneTookItAway() {
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            String base = text(random, 10);
            String mine = text(random, 10);
            String theirs = text(random, 10);
            String all = LineMerge.of(base, mine, theirs).toString();
            List<String> known = List.of(base.split("\n", -1));
            for (String line : (mine + "\n" + theirs).split("\n", -1)) {
                if (!known.contains(line)) {
                    assertThat(all).contains(line);
                }
            }
        }
    }

    private static String text(Random random, int most) {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(1, most); i > 0; i--) {
            lines.add("line-" + (char) ('a' + random.nextInt(8)));
        }
        return String.join("\n", lines);
    }
}
