package org.collegium.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The symbolic links of a tree: path to target as written. */
final class Links {

    static final Links NONE = new Links(Collections.emptyNavigableMap());

    private static final int MOST_HOPS = 40;
    private static final Pattern ABSOLUTE = Pattern.compile("^(/|\\\\|[A-Za-z]:).*", Pattern.DOTALL);

    private final NavigableMap<String, String> targets;

    Links(NavigableMap<String, String> targets) {
        this.targets = new TreeMap<>(targets);
    }

    /** Where a path leads. */
    sealed interface Way {}

    record Found(String path) implements Way {}

    record Outside() implements Way {}

    record Loop() implements Way {}

    Set<String> paths() {
        return targets.keySet();
    }

    String target(String link) {
        return targets.getOrDefault(link, "");
    }

    Set<String> inside(String folder) {
        return folder.isEmpty()
                ? targets.keySet()
                : targets.subMap(folder + "/", true, folder + "0", false).keySet();
    }

    static boolean absolute(String target) {
        return ABSOLUTE.matcher(target).matches();
    }

    /** Follows a path from a folder the way a file system does: links first, then {@code ..}. */
    Way follow(String folder, String path) {
        Deque<String> left = new ArrayDeque<>(parts(folder));
        left.addAll(parts(path));
        List<String> done = new ArrayList<>();
        int hops = 0;
        while (!left.isEmpty()) {
            String part = left.removeFirst();
            if (part.equals("..")) {
                if (done.isEmpty()) {
                    return new Outside();
                }
                done.removeLast();
                continue;
            }
            done.add(part);
            String target = targets.isEmpty() ? null : targets.get(String.join("/", done));
            if (target == null) {
                continue;
            }
            if (++hops > MOST_HOPS) {
                return new Loop();
            }
            if (absolute(target)) {
                return new Outside();
            }
            done.removeLast();
            parts(target).reversed().forEach(left::addFirst);
        }
        return new Found(String.join("/", done));
    }

    private static List<String> parts(String path) {
        return Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
    }
}
