package org.collegium.courses.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small texts that a person has merged by hand; a folder holds them. */
@Tag("unit")
class MergeCasesTest {

    private static final Path FOLDER = Path.of("src/test/resources/merge");

    /** @param asks how many questions a careful person would ask */
    private record Case(String file, String name, String base, String ours, String theirs, String merged, int asks) {

        Settling settling(Map<String, Decision> decisions) {
            return new Settling(decisions);
        }

        String merge(Settling settling) {
            Where where = Where.text("unit", file);
            return file.startsWith("quiz")
                    ? new YamlMerge(settling, where).merge(base, ours, theirs)
                    : new ProseMerge(settling, where).merge(base, ours, theirs);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String file : List.of("prose.txt", "quiz.txt")) {
            for (String text : Files.readString(FOLDER.resolve(file)).split("(?m)^=== ")) {
                if (!text.isEmpty()) {
                    cases.add(read(file, text));
                }
            }
        }
        return cases;
    }

    private static Case read(String file, String text) {
        String[] head = text.substring(0, text.indexOf('\n')).split(" \\| ");
        String[] parts = text.substring(text.indexOf('\n') + 1).split("(?m)^--- (?:ours|theirs|merged)\\n");
        boolean merges = head[1].equals("merges");
        return new Case(
                file,
                head[0],
                parts[0],
                parts[1],
                parts[2],
                merges ? parts[3] : "",
                merges ? 0 : Integer.parseInt(head[1].substring("asks ".length())));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatAPersonMergesComesOut(Case one) {
        Settling settling = one.settling(Map.of());

        String merged = one.merge(settling);

        assertThat(settling.conflicts()).hasSize(one.asks());
        if (one.asks() == 0) {
            assertThat(merged).isEqualTo(one.merged());
        }
    }

    /** Whatever is chosen stands there then, and nothing is asked again. */
    @ParameterizedTest
    @MethodSource("cases")
    void whatIsChosenComesOut(Case one) {
        Settling asked = one.settling(Map.of());
        String open = one.merge(asked);
        for (Conflict conflict : asked.conflicts()) {
            assertThat(conflict.open()).isTrue();
            Settling mine = one.settling(Map.of(conflict.id(), new Decision.Ours()));
            assertThat(one.merge(mine)).isEqualTo(open);
            assertThat(mine.conflicts()).singleElement().matches(found -> !found.open());
            Settling other = one.settling(Map.of(conflict.id(), new Decision.Theirs()));
            String theirs = one.merge(other);
            assertThat(theirs)
                    .contains(conflict.theirs().stream()
                            .flatMap(text -> Arrays.stream(text.split("\\s+")))
                            .toList());
            if (conflict.editable()) {
                Settling edited = one.settling(Map.of(conflict.id(), new Decision.Edited("My own words")));
                assertThat(one.merge(edited)).contains("My own words");
            }
            conflict.both().ifPresent(both -> {
                Settling all = one.settling(Map.of(conflict.id(), new Decision.Both()));
                assertThat(one.merge(all))
                        .contains(Stream.of(conflict.ours(), conflict.theirs())
                                .flatMap(java.util.Optional::stream)
                                .flatMap(text -> Arrays.stream(text.split("\\s+")))
                                .toList());
            });
        }
    }

    @Test
    void aDecisionHoldsOnlyForWhatWasSeen() {
        Settling first = new Settling(Map.of());
        new ProseMerge(first, Where.text("unit", "a.md")).merge("One word.\n", "Our word.\n", "Their word.\n");
        Map<String, Decision> decided = Map.of(first.conflicts().getFirst().id(), new Decision.Theirs());

        Settling changed = new Settling(decided);
        String text = new ProseMerge(changed, Where.text("unit", "a.md"))
                .merge("One word.\n", "Our own word.\n", "Their word.\n");

        assertThat(text).isEqualTo("Our own word.\n");
        assertThat(changed.conflicts()).singleElement().matches(Conflict::open);
    }

    @Test
    void thereAreManyCases() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(50);
        System.out.printf(
                "Merge cases: %d by hand, %d of them to be merged without a question%n",
                cases().size(), cases().stream().filter(one -> one.asks() == 0).count());
    }
}
