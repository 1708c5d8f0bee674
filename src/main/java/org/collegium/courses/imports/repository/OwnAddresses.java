package org.collegium.courses.imports.repository;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;

/**
 * The addresses at which a repository has its own files on the web. Which repository it is, is told by the addresses
 * themselves: the name most often used with paths that are here. Forks keep the name, so owners may differ.
 */
final class OwnAddresses {

    private static final Pattern ADDRESS = Pattern.compile("https?://(?:www\\.)?(?:"
            + "(?:github|gitlab)\\.com/[\\w.-]{1,100}/([\\w.-]{1,100})/(?:-/)?(?:blob|raw|tree)/[\\w.-]{1,100}"
            + "|raw\\.githubusercontent\\.com/[\\w.-]{1,100}/([\\w.-]{1,100})/[\\w.-]{1,100})"
            + "/([^\\s)\"'<>?#\\\\]{1,240})");

    private final SourceTree tree;
    private final String name;

    private OwnAddresses(SourceTree tree, String name) {
        this.tree = tree;
        this.name = name;
    }

    static OwnAddresses of(SourceTree tree) {
        Map<String, Integer> names = new HashMap<>();
        for (SourceFile file : tree.files().values()) {
            if (PageNames.isPage(file.path())
                    && SourcePaths.extension(file.path()).equals("md")) {
                file.text(new FaultList()).ifPresent(text -> count(tree, text, names));
            }
        }
        String most = names.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
        return new OwnAddresses(tree, most);
    }

    private static void count(SourceTree tree, String text, Map<String, Integer> names) {
        Matcher address = ADDRESS.matcher(text);
        while (address.find()) {
            String path = decoded(address.group(3));
            if (path.contains("/") && (tree.file(path).isPresent() || tree.hasFolder(path))) {
                names.merge(repository(address), 1, Integer::sum);
            }
        }
    }

    private static String repository(Matcher address) {
        return address.group(1) == null ? address.group(2) : address.group(1);
    }

    /** The name of the repository in words; empty when it never names itself. */
    Optional<String> words() {
        return name.isEmpty() ? Optional.empty() : Optional.of(PageNames.words(name));
    }

    /** The path here that an address means; empty when it leads elsewhere. */
    Optional<String> path(String address) {
        Matcher own = ADDRESS.matcher(address);
        if (!own.lookingAt() || !repository(own).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        String path = decoded(own.group(3));
        return tree.file(path).isPresent() || tree.hasFolder(path) ? Optional.of(path) : Optional.empty();
    }

    private static String decoded(String path) {
        return path.replace("%20", " ").replaceFirst("/+$", "");
    }
}
