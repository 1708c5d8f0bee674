package org.collegium.shared;

import java.util.ArrayList;
import java.util.List;

/** What stayed, what is gone and what has come from one list to another, by a longest common subsequence. */
public final class Differences {

    /** Beyond so many comparisons all of the one gives way to all of the other. */
    private static final int MOST = 2_000_000;

    private Differences() {}

    /** What became of an item. */
    public enum Mark {
        SAME,
        GONE,
        COME
    }

    /**
     * An item and what became of it.
     *
     * @param item of the newer list where both have it
     */
    public record Item<T>(Mark mark, T item) {}

    /** From the older list to the newer, in the order in which one reads them beside each other. */
    public static <T> List<Item<T>> between(List<T> before, List<T> now) {
        int start = 0;
        while (start < Math.min(before.size(), now.size()) && before.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(before.size(), now.size()) - start
                && before.get(before.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        List<Item<T>> items = new ArrayList<>();
        now.subList(0, start).forEach(item -> items.add(new Item<>(Mark.SAME, item)));
        middle(before.subList(start, before.size() - end), now.subList(start, now.size() - end), items);
        now.subList(now.size() - end, now.size()).forEach(item -> items.add(new Item<>(Mark.SAME, item)));
        return items;
    }

    private static <T> void middle(List<T> before, List<T> now, List<Item<T>> items) {
        if ((long) before.size() * now.size() > MOST) {
            before.forEach(item -> items.add(new Item<>(Mark.GONE, item)));
            now.forEach(item -> items.add(new Item<>(Mark.COME, item)));
            return;
        }
        int[][] common = common(before, now);
        int i = 0;
        int j = 0;
        while (i < before.size() || j < now.size()) {
            if (i < before.size() && j < now.size() && before.get(i).equals(now.get(j))) {
                items.add(new Item<>(Mark.SAME, now.get(j++)));
                i++;
            } else if (i < before.size() && (j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
                items.add(new Item<>(Mark.GONE, before.get(i++)));
            } else {
                items.add(new Item<>(Mark.COME, now.get(j++)));
            }
        }
    }

    private static <T> int[][] common(List<T> before, List<T> now) {
        int[][] common = new int[before.size() + 1][now.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
