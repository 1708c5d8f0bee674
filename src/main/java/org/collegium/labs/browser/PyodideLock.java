package org.collegium.labs.browser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code pyodide-lock.json} says: the packages of a distribution of Python for the browser, and the SHA-256 of each. */
final class PyodideLock {

    /** Files are found by these names alone, so they name no other folder. */
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,199}");

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final byte[] json;
    private final SortedMap<String, LockedPackage> packages = new TreeMap<>();
    private final Map<String, String> byImport = new HashMap<>();
    private final Map<String, LockedPackage> byFile = new HashMap<>();

    private PyodideLock(byte[] json) {
        this.json = json;
    }

    /**
     * Reads a lock; packages without a hash or with an unusual file name are left out, since they could not be served.
     *
     * @throws IllegalArgumentException when it is none
     */
    static PyodideLock read(byte[] json) {
        PyodideLock lock = new PyodideLock(json);
        try {
            JsonNode all = JsonMapper.shared().readTree(json).path("packages");
            if (!all.isObject()) {
                throw new IllegalArgumentException("A lock file has an object of packages");
            }
            all.forEachEntry((name, node) -> lock.add(normal(name), node));
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("The lock file is no JSON", unreadable);
        }
        lock.packages
                .values()
                .forEach(each -> each.imports().forEach(name -> lock.byImport.putIfAbsent(name, each.name())));
        return lock;
    }

    private void add(String name, JsonNode node) {
        String file = node.path("file_name").asString("");
        String sha256 = node.path("sha256").asString("").toLowerCase(Locale.ROOT);
        if (!FILE.matcher(file).matches() || !SHA256.matcher(sha256).matches()) {
            return;
        }
        LockedPackage locked = new LockedPackage(
                name,
                node.path("version").asString(""),
                file,
                sha256,
                texts(node.path("imports")),
                texts(node.path("depends")));
        packages.put(name, locked);
        byFile.put(file, locked);
    }

    /** As it is, for the browser. */
    byte[] json() {
        return json.clone();
    }

    /** All packages by their names. */
    SortedMap<String, LockedPackage> packages() {
        return packages;
    }

    Optional<LockedPackage> ofFile(String fileName) {
        return Optional.ofNullable(byFile.get(fileName));
    }

    /** The package that is imported by a name, else the one that has that name. */
    Optional<LockedPackage> ofImport(String name) {
        String top = name.split("\\.", 2)[0];
        return Optional.ofNullable(packages.get(byImport.getOrDefault(top, normal(top))));
    }

    /** A package and all that it needs; empty when one of them is not in the lock. */
    Optional<Set<LockedPackage>> withDependencies(LockedPackage wanted) {
        Set<LockedPackage> all = new LinkedHashSet<>();
        Deque<LockedPackage> open = new ArrayDeque<>(List.of(wanted));
        while (!open.isEmpty()) {
            LockedPackage next = open.pop();
            if (all.add(next)) {
                for (String name : next.depends()) {
                    LockedPackage needed = packages.get(normal(name));
                    if (needed == null) {
                        return Optional.empty();
                    }
                    open.push(needed);
                }
            }
        }
        return Optional.of(all);
    }

    /** As package indexes compare names. */
    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }
}
