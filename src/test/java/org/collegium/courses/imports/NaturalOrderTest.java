package org.collegium.courses.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class NaturalOrderTest {

    @Test
    void numbersCountAsNumbers() {
        assertThat(sorted(List.of("10-last", "2-second", "B", "a", "02-third", "1/x")))
                .containsExactly("1/x", "2-second", "02-third", "10-last", "a", "B");
    }

    @Test
    void soDoThoseOfOtherScripts() {
        assertThat(sorted(List.of("१०-अंत", "२-दूसरा", "१-परिचय"))).containsExactly("१-परिचय", "२-दूसरा", "१०-अंत");
        assertThat(sorted(List.of("١٠", "٣", "2-b", "z"))).containsExactly("2-b", "٣", "١٠", "z");
    }

    /** Sorting refuses an order that is none, but only where it sees it. */
    @Test
    void itIsAnOrderWhateverIsInTheNames() {
        List<String> parts = List.of("1", "٣", "१०", "a", "Z", "-", "/", "ж", "𝟚", " ", "99999999999999999999");
        Random random = new Random(7);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int part = 0; part < 1 + random.nextInt(4); part++) {
                name.append(parts.get(random.nextInt(parts.size())));
            }
            names.add(name.toString());
        }
        List<String> once = sorted(names);
        Collections.shuffle(names, random);

        assertThat(sorted(names)).isEqualTo(once);
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted(NaturalOrder.NAMES).toList();
    }
}
