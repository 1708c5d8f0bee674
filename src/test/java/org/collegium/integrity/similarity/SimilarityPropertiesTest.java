package org.collegium.integrity.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.collegium.integrity.similarity.Cohort.Pair;

/** What must hold of similarity whatever the texts are. */
@Tag("unit")
class SimilarityPropertiesTest {

    private static final long[] NONE = {};

    private static final String PROGRAM = """
            def mean(values):
                # the sum, divided by how many there are
                total = 0
                for value in values:
                    total = total + value * 1.0
                return total / len(values)

            def spread(values, name="spread"):
                centre = mean(values)
                parts = [(value - centre) ** 2 for value in values if value is not None]
                print(f"{name}: {parts}")
                return mean(parts) ** 0.5
            """;

    @Property(tries = 60)
    void theShareOfTwoTextsIsTheSameWhicheverComesFirst(@ForAll Random chance, @ForAll @IntRange(max = 90) int common) {
        String shared = words(chance, common);
        String one = words(chance, 60) + " " + shared + " " + words(chance, 40);
        String other = words(chance, 30) + " " + shared + " " + words(chance, 90);
        List<String> rest =
                IntStream.range(0, 5).mapToObj(i -> words(chance, 100)).toList();

        assertThat(shares(one, other, rest)).isEqualTo(shares(other, one, rest));
        assertThat(shares(one, other, rest).values()).allMatch(share -> share >= Cohort.LEAST_SHARE && share <= 1);
    }

    @Property(tries = 40)
    void textsThatAreAlikeHaveAllInCommonHoweverManyHaveThem(
            @ForAll Random chance,
            @ForAll @IntRange(min = 2, max = 80) int having,
            @ForAll @IntRange(max = 60) int rest) {
        String text = words(chance, 120);
        List<String> all = new ArrayList<>(Collections.nCopies(having, text));
        all.addAll(IntStream.range(0, rest).mapToObj(i -> words(chance, 80)).toList());

        assertThat(pairs(all, Wording.PROSE).stream().filter(pair -> pair.right() < having))
                .isNotEmpty()
                .allMatch(pair -> pair.share() == 1);
    }

    @Property(tries = 40)
    void theOrderOfTheTextsMakesNoDifference(@ForAll Random chance) {
        List<String> texts = new ArrayList<>();
        String shared = words(chance, 50);
        for (int i = 0; i < 12; i++) {
            texts.add(words(chance, 60) + " " + (i % 3 == 0 ? shared : words(chance, 50)));
        }
        List<String> shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, chance);

        assertThat(named(shuffled)).isEqualTo(named(texts)).isNotEmpty();
    }

    @Property(tries = 40)
    void otherNamesNumbersTextsCommentsAndLayoutChangeNothingInCode(@ForAll Random chance) {
        String renamed = PROGRAM;
        for (String name : List.of("mean", "values", "total", "value", "spread", "name", "centre", "parts")) {
            renamed = renamed.replaceAll("\\b" + name + "\\b", "x" + name.charAt(0) + chance.nextInt(1_000_000));
        }
        String other = renamed.replace("1.0", String.valueOf(chance.nextInt(1, 99)))
                .replaceAll("#.*", "# " + words(chance, 5))
                .replaceAll("f\".*?\"", "'" + chance.nextInt() + "'")
                .replace(" = ", "=")
                .replace("    ", "\t");

        assertThat(fingerprints(other, Wording.CODE)).isEqualTo(fingerprints(PROGRAM, Wording.CODE));
    }

    @Property(tries = 60)
    void whatEverybodyWasGivenDoesNotCount(@ForAll Random chance, @ForAll @IntRange(min = 10, max = 200) int given) {
        String base = words(chance, given);
        long[] known = Fingerprints.base(List.of(base), Wording.PROSE);
        Cohort cohort = new Cohort();
        for (int i = 0; i < 6; i++) {
            cohort.add(Fingerprints.of(Wording.PROSE.tokens(base + ". " + words(chance, 60)), Wording.PROSE, known));
        }

        assertThat(cohort.pairs(100)).isEmpty();
    }

    @Property(tries = 60)
    void aRunAsLongAsAGramAndAWindowIsAlwaysFound(@ForAll Random chance, @ForAll Wording wording) {
        int guaranteed = wording.gram() + wording.window() - 1;
        String shared = words(chance, guaranteed);
        String join = wording == Wording.CODE ? "\n" : " ";
        // In code all names are alike; signs are not.
        String one = filled(chance, wording) + join + as(shared, wording) + join + filled(chance, wording);
        String other = filled(chance, wording) + join + as(shared, wording) + join + filled(chance, wording);

        Set<Long> left = new HashSet<>(fingerprints(one, wording));
        left.retainAll(fingerprints(other, wording));
        assertThat(left).isNotEmpty();
        assertThat(Passages.between(one, other, wording, NONE))
                .anyMatch(passage -> one.substring(passage.leftStart(), passage.leftEnd())
                        .contains(as(shared, wording).strip()));
    }

    @Property(tries = 40)
    void passagesSayTheSameAndDoNotOverlap(@ForAll Random chance) {
        String shared = words(chance, 30);
        String again = words(chance, 20);
        String one = words(chance, 20) + " " + shared + " " + words(chance, 10) + " " + again;
        String other = again + " " + words(chance, 30) + " " + shared;

        List<Passage> passages = Passages.between(one, other, Wording.PROSE, NONE);

        assertThat(passages).hasSizeGreaterThanOrEqualTo(2);
        assertThat(passages)
                .allSatisfy(each -> assertThat(one.substring(each.leftStart(), each.leftEnd()))
                        .isEqualTo(other.substring(each.rightStart(), each.rightEnd())));
        assertThat(passages.stream().map(Passage::rightStart)).doesNotHaveDuplicates();
        for (int i = 1; i < passages.size(); i++) {
            assertThat(passages.get(i).leftStart())
                    .isGreaterThanOrEqualTo(passages.get(i - 1).leftEnd());
        }
    }

    @Property(tries = 300)
    void whateverIsTypedCanBeRead(@ForAll String text, @ForAll Wording wording) {
        Tokens tokens = wording.tokens(text);
        int before = 0;
        for (int i = 0; i < tokens.size(); i++) {
            assertThat(tokens.start(i)).isGreaterThanOrEqualTo(before);
            assertThat(tokens.end(i)).isGreaterThan(tokens.start(i)).isLessThanOrEqualTo(text.length());
            before = tokens.end(i);
        }
    }

    private static Map<Double, Double> shares(String one, String other, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(one, other));
        all.addAll(rest);
        return pairs(all, Wording.PROSE).stream().map(Pair::share).distinct().collect(Collectors.toMap(s -> s, s -> s));
    }

    private static Set<String> named(List<String> texts) {
        return pairs(texts, Wording.PROSE).stream()
                .map(pair -> List.of(texts.get(pair.left()), texts.get(pair.right())).stream()
                                .sorted()
                                .collect(Collectors.joining("|"))
                        + pair.share())
                .collect(Collectors.toSet());
    }

    private static List<Pair> pairs(List<String> texts, Wording wording) {
        Cohort cohort = new Cohort();
        texts.forEach(text -> cohort.add(Fingerprints.of(wording.tokens(text), wording, NONE)));
        return cohort.pairs(10_000);
    }

    private static List<Long> fingerprints(String text, Wording wording) {
        return Arrays.stream(Fingerprints.of(wording.tokens(text), wording, NONE))
                .boxed()
                .toList();
    }

    private static String filled(Random chance, Wording wording) {
        return as(words(chance, wording.least()), wording);
    }

    private static String as(String words, Wording wording) {
        if (wording == Wording.PROSE) {
            return words;
        }
        String signs = "+-*/%<>=&|^~";
        return words.chars()
                .filter(sign -> sign != ' ')
                .limit(words.split(" ").length)
                .mapToObj(sign -> String.valueOf(signs.charAt(sign % signs.length())))
                .collect(Collectors.joining(" "));
    }

    private static String words(Random chance, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> chance.ints(6, 'a', 'z' + 1)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }
}
