package org.collegium.courses.imports.moodle;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.courses.imports.HtmlPage;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;
import org.collegium.source.XmlNode.Element;

/** The files of a backup, which lie there under hashes: each gets back its name, in a folder of its context. */
final class BackupFiles {

    private static final Pattern BY_ID = Pattern.compile("^\\$@[A-Z]+VIEWBYID\\*([0-9]{1,18})@\\$");
    private static final Pattern ADDRESS = Pattern.compile("/mod/[a-z]+/view\\.php\\?id=([0-9]{1,18})");
    private static final String FILES = "files.xml";
    private static final int SHOWN = 20;
    private static final String PLUGIN_FILE = "@@PLUGINFILE@@/";

    private final SourceTree tree;
    private final String site;
    private final List<Element> stored;
    private final Map<String, SourceFile> used = new TreeMap<>();
    private final Set<String> shown = new HashSet<>();
    private final Map<String, String> pages = new HashMap<>();

    BackupFiles(SourceTree tree, Backup backup) {
        this.tree = tree;
        this.site = backup.site();
        this.stored = backup.storedFiles()
                .filter(file -> !file.textOf("filename").equals("."))
                .toList();
    }

    Collection<SourceFile> used() {
        return used.values();
    }

    /** A page that a module becomes, so that links to the module lead there. */
    void page(String module, String path) {
        pages.putIfAbsent(module, path);
    }

    /** The files of a context in one area of one component, as paths in the course. */
    List<String> all(String context, String component, String area) {
        return stored.stream()
                .filter(file -> file.textOf("contextid").equals(context)
                        && file.textOf("component").equals(component)
                        && file.textOf("filearea").equals(area))
                .flatMap(file -> use(file).stream())
                .toList();
    }

    private Optional<String> use(Element file) {
        String name = (file.textOf("filepath") + file.textOf("filename"))
                .replaceFirst("^/+", "")
                .replaceAll("[<>:\"|?*\\\\\\p{Cntrl}]", "-")
                .replace("..", "-");
        String path = "files-by-name/" + file.textOf("contextid").replaceAll("\\D", "") + "/" + name;
        return place(file).flatMap(tree::file).map(found -> {
            used.put(path, found.at(path));
            shown.add(found.path());
            return path;
        });
    }

    /** Where the content of a file lies. */
    private static Optional<String> place(Element file) {
        String hash = file.textOf("contenthash");
        return hash.matches("[0-9a-f]{40}")
                ? Optional.of("files/" + hash.substring(0, 2) + "/" + hash)
                : Optional.empty();
    }

    /** Reports by their names the files that nothing shows; the stored ones, all of which have been dealt with. */
    Set<String> told(FaultSink faults) {
        Set<String> all = new TreeSet<>();
        Map<String, String> left = new TreeMap<>();
        for (Element file : stored) {
            place(file).flatMap(tree::file).ifPresent(found -> {
                all.add(found.path());
                if (!shown.contains(found.path())) {
                    left.putIfAbsent(found.path(), file.textOf("filename"));
                }
            });
        }
        if (!left.isEmpty()) {
            String some = String.join(", ", left.values().stream().limit(SHOWN).toList());
            faults.note(Place.of(FILES), "moodle-files", left.size(), left.size() > SHOWN ? some + ", …" : some);
        }
        return all;
    }

    /** References of texts of a module. */
    HtmlPage.Targets ofContext(String context) {
        return new Targets(file -> file.textOf("contextid").equals(context));
    }

    /** References of texts of a question. */
    HtmlPage.Targets ofQuestion(String question) {
        return new Targets(file -> file.textOf("component").equals("question")
                && (file.textOf("itemid").equals(question)
                        || !file.textOf("filearea").equals("questiontext")));
    }

    private final class Targets implements HtmlPage.Targets {

        private final java.util.function.Predicate<Element> mine;

        Targets(java.util.function.Predicate<Element> mine) {
            this.mine = mine;
        }

        @Override
        public Optional<String> file(String reference) {
            if (!reference.startsWith(PLUGIN_FILE)) {
                return Optional.empty();
            }
            String wanted = decoded(SourcePaths.withoutQuery(reference.substring(PLUGIN_FILE.length())));
            return stored.stream()
                    .filter(mine)
                    .filter(file -> (file.textOf("filepath") + file.textOf("filename")).equals("/" + wanted))
                    .findFirst()
                    .flatMap(BackupFiles.this::use);
        }

        @Override
        public Optional<String> keep(SourceFile picture) {
            used.put(picture.path(), picture);
            return Optional.of(picture.path());
        }

        @Override
        public Optional<String> page(String reference) {
            Matcher id = BY_ID.matcher(reference);
            if (id.find()) {
                return Optional.ofNullable(pages.get(id.group(1)));
            }
            Matcher address = ADDRESS.matcher(reference);
            return !site.isEmpty() && reference.startsWith(site + "/mod/") && address.find()
                    ? Optional.ofNullable(pages.get(address.group(1)))
                    : Optional.empty();
        }

        private static String decoded(String path) {
            try {
                return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException malformed) {
                return path;
            }
        }
    }
}
