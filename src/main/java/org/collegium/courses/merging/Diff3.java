package org.collegium.courses.merging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.collegium.shared.Differences;

/**
 * The chunks of three lists of which two come from the first: by turns such that all three share, and such that do not
 * agree. As in diff3, described by Khanna, Kunal and Pierce, "A formal investigation of diff3", FSTTCS 2007.
 */
final class Diff3 {

    private Diff3() {}

    /**
     * A chunk: from where to where it goes in each list.
     *
     * @param stable whether all three have it; then the three parts are equally long
     */
    record Chunk(boolean stable, int base, int baseEnd, int ours, int oursEnd, int theirs, int theirsEnd) {}

    static List<Chunk> chunks(List<String> base, List<String> ours, List<String> theirs) {
        int[] inOurs = matches(base, ours);
        int[] inTheirs = matches(base, theirs);
        List<Chunk> chunks = new ArrayList<>();
        int b = 0;
        int o = 0;
        int t = 0;
        while (b < base.size() || o < ours.size() || t < theirs.size()) {
            int length = 0;
            while (b + length < base.size() && inOurs[b + length] == o + length && inTheirs[b + length] == t + length) {
                length++;
            }
            if (length > 0) {
                chunks.add(new Chunk(true, b, b + length, o, o + length, t, t + length));
                b += length;
                o += length;
                t += length;
                continue;
            }
            int next = b;
            while (next < base.size() && (inOurs[next] < 0 || inTheirs[next] < 0)) {
                next++;
            }
            int oursEnd = next == base.size() ? ours.size() : inOurs[next];
            int theirsEnd = next == base.size() ? theirs.size() : inTheirs[next];
            chunks.add(new Chunk(false, b, next, o, oursEnd, t, theirsEnd));
            b = next;
            o = oursEnd;
            t = theirsEnd;
        }
        return chunks;
    }

    /** For each item of the one where it is in the other, -1 where it is not, by a longest common subsequence. */
    static int[] matches(List<String> before, List<String> now) {
        int[] places = new int[before.size()];
        Arrays.fill(places, -1);
        int i = 0;
        int j = 0;
        for (Differences.Item<String> item : Differences.between(before, now)) {
            switch (item.mark()) {
                case GONE -> i++;
                case COME -> j++;
                case SAME -> places[i++] = j++;
            }
        }
        return places;
    }
}
