package org.collegium.courses.authoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.collegium.shared.Differences;
import org.collegium.shared.Differences.Item;
import org.collegium.shared.Differences.Mark;

/**
 * Two texts that came from one, put together line by line: what only one of them changed counts, what both changed
 * differently is told. The algorithm is diff3 (Khanna, Kunal and Pierce 2007) over longest common subsequences.
 */
public final class LineMerge {

    private final List<String> base;
    private final List<String> mine;
    private final List<String> theirs;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder agreed = new StringBuilder();
    private boolean begun;

    private LineMerge(List<String> base, List<String> mine, List<String> theirs) {
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
    }

    /** A part of the result: lines joined by line ends, without the last one. */
    public sealed interface Part {

        /** Lines that hold. */
        record Agreed(String text) implements Part {}

        /** Lines that both changed; empty where one of them took all away. */
        record Clash(String mine, String theirs) implements Part {}
    }

    /** The parts of the merged text, in order; two of the same kind never follow each other. */
    public static List<Part> of(String base, String mine, String theirs) {
        return new LineMerge(lines(base), lines(mine), lines(theirs)).merged();
    }

    /** Whether nothing is left to decide. */
    public static boolean isClean(List<Part> parts) {
        return parts.stream().noneMatch(Part.Clash.class::isInstance);
    }

    /** The whole text, of a clash the lines of mine. */
    public static String text(List<Part> parts) {
        return parts.stream()
                .map(part -> switch (part) {
                    case Part.Agreed(String text) -> text;
                    case Part.Clash(String mine, String theirs) -> mine;
                })
                .collect(Collectors.joining("\n"));
    }

    private List<Part> merged() {
        int[] inMine = places(base, mine);
        int[] inTheirs = places(base, theirs);
        int b = 0;
        int m = 0;
        int t = 0;
        while (b < base.size() || m < mine.size() || t < theirs.size()) {
            if (b < base.size() && inMine[b] == m && inTheirs[b] == t) {
                agree(base.subList(b, b + 1));
                b++;
                m++;
                t++;
                continue;
            }
            int next = b;
            while (next < base.size() && (inMine[next] < m || inTheirs[next] < t)) {
                next++;
            }
            int endOfMine = next < base.size() ? inMine[next] : mine.size();
            int endOfTheirs = next < base.size() ? inTheirs[next] : theirs.size();
            differ(base.subList(b, next), mine.subList(m, endOfMine), theirs.subList(t, endOfTheirs));
            b = next;
            m = endOfMine;
            t = endOfTheirs;
        }
        end();
        return List.copyOf(parts);
    }

    private void differ(List<String> before, List<String> here, List<String> there) {
        if (here.equals(there) || there.equals(before)) {
            agree(here);
        } else if (here.equals(before)) {
            agree(there);
        } else {
            end();
            parts.add(new Part.Clash(String.join("\n", here), String.join("\n", there)));
        }
    }

    private void agree(List<String> lines) {
        for (String line : lines) {
            agreed.append(begun ? "\n" : "").append(line);
            begun = true;
        }
    }

    private void end() {
        if (begun) {
            parts.add(new Part.Agreed(agreed.toString()));
            agreed.setLength(0);
            begun = false;
        }
    }

    /** Where each line of the one is in the other; -1 where it is not. */
    private static int[] places(List<String> before, List<String> now) {
        int[] places = new int[before.size()];
        Arrays.fill(places, -1);
        int b = 0;
        int n = 0;
        for (Item<String> item : Differences.between(before, now)) {
            if (item.mark() == Mark.SAME) {
                places[b++] = n++;
            } else if (item.mark() == Mark.GONE) {
                b++;
            } else {
                n++;
            }
        }
        return places;
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }
}
