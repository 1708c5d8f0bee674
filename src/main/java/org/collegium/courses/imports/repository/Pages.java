package org.collegium.courses.imports.repository;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.content.MarkdownText;
import org.collegium.courses.imports.Keys;
import org.collegium.courses.imports.OutlineUnit;
import org.collegium.courses.imports.RelativePaths;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;

/** Turns pages into units, and what they point at on the web but have here into links inside the course. */
final class Pages {

    private static final Pattern LINK =
            Pattern.compile("(]\\(|\\b(?:src|href)=\\\\?[\"'])\\s{0,3}<?([^\\s)\"'<>\\\\]{1,600})");
    private static final Pattern QUIZ = Pattern.compile("https?://[^\\s?#]{1,300}/quiz/([0-9]{1,9})/?(?:[?#].*)?");

    private final SourceTree tree;
    private final OwnAddresses own;
    private final JsonQuizzes quizzes;
    private final FaultSink faults;
    private final Keys keys = new Keys();
    private final Map<String, SourceFile> made = new TreeMap<>();
    /** Number of a quiz to the page that names it first, by the key of its unit. */
    private final Map<Integer, String> named = new LinkedHashMap<>();

    private final Map<String, String> headings = new TreeMap<>();
    /** Every path by itself in small letters. */
    private final Map<String, String> paths = new HashMap<>();

    Pages(SourceTree tree, OwnAddresses own, JsonQuizzes quizzes, FaultSink faults) {
        this.tree = tree;
        this.own = own;
        this.quizzes = quizzes;
        this.faults = faults;
        tree.files().keySet().forEach(path -> paths.putIfAbsent(path.toLowerCase(Locale.ROOT), path));
    }

    Collection<SourceFile> made() {
        return made.values();
    }

    /** The quizzes that pages name, each with the key of the first unit that does. */
    Map<Integer, String> named() {
        return named;
    }

    /** The heading of a unit; empty when it has none. */
    String heading(String key) {
        return headings.getOrDefault(key, "");
    }

    String key(String words) {
        return keys.unique(words);
    }

    /** The units of pages that lie in one folder. */
    List<OutlineUnit> units(String root, List<SourceFile> files) {
        List<String> found = new ArrayList<>();
        for (SourceFile file : files) {
            found.add(Headings.of(file).orElse(""));
        }
        List<OutlineUnit> units = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            String heading = found.get(i);
            boolean apart = !heading.isEmpty() && found.indexOf(heading) == found.lastIndexOf(heading);
            boolean leads = PageNames.rank(files.get(i).path()) == 0 && !heading.isEmpty();
            String words = words(files.get(i).path());
            units.add(unit(root, files.get(i), heading, apart || leads ? "" : title(heading, words)));
        }
        return units;
    }

    /** What a page without a heading of its own is called: by its name, or by that of its folder when it leads that. */
    private String words(String path) {
        boolean leads = PageNames.rank(path) == 0;
        String folder = SourcePaths.folder(path);
        if (leads && folder.isEmpty()) {
            return own.words().orElse("Start");
        }
        return PageNames.words(leads ? SourcePaths.name(folder) : SourcePaths.stem(path));
    }

    private static String title(String heading, String words) {
        return heading.isEmpty() ? words : heading + " (" + words + ")";
    }

    private OutlineUnit unit(String root, SourceFile file, String heading, String title) {
        String path = file.path();
        String below = root.isEmpty() || !path.startsWith(root + "/") ? path : path.substring(root.length() + 1);
        String extension = SourcePaths.extension(path);
        String key = keys.unique(below.substring(0, below.length() - extension.length()));
        headings.put(key, heading);
        boolean notebook = extension.equals("ipynb");
        SourceFile shown = extension.equals("markdown") ? file.at(path.substring(0, path.length() - 8) + "md") : file;
        Optional<String> text = shown.text(faults);
        SourceFile kept = text.map(read -> changed(shown, read, key)).orElse(shown);
        if (!kept.equals(file)) {
            made.put(kept.path(), kept);
        }
        return OutlineUnit.of(key, notebook ? "notebook" : "lesson", kept, title, file.place());
    }

    private SourceFile changed(SourceFile file, String original, String key) {
        boolean slides = SourcePaths.extension(file.path()).equals("md") && MarkdownSlides.are(original);
        String text = slides ? MarkdownSlides.lesson(original, file, faults) : original;
        Matcher link = LINK.matcher(text);
        StringBuilder changed = new StringBuilder();
        while (link.find()) {
            Optional<String> target = target(file, link.group(2), key, text, link.start(2));
            link.appendReplacement(
                    changed,
                    Matcher.quoteReplacement(
                            target.map(path -> text.substring(link.start(), link.start(2)) + MarkdownText.address(path))
                                    .orElse(link.group())));
        }
        String after = link.appendTail(changed).toString();
        return after.equals(original)
                ? file
                : SourceFile.of(file.path(), after).madeFrom(place -> file.place(place.line(), place.column()));
    }

    /** Where a link leads inside the course, from the folder of its page. */
    private Optional<String> target(SourceFile file, String address, String key, String text, int at) {
        Matcher quiz = QUIZ.matcher(address);
        if (quiz.matches()) {
            return quiz(file, Integer.parseInt(quiz.group(1)), key, place(file, text, at));
        }
        if (address.startsWith("http")) {
            return own.path(address)
                    .map(path -> RelativePaths.from(file.path(), leading(path)))
                    .map(path -> path + fragment(address));
        }
        String path = SourcePaths.withoutQuery(address).replace("%20", " ");
        if (path.isEmpty() || path.contains(":")) {
            return Optional.empty();
        }
        String folder = path.startsWith("/") ? "" : SourcePaths.folder(file.path());
        Optional<String> meant = SourcePaths.resolve(folder, path)
                .filter(found -> tree.file(found).isEmpty());
        Optional<String> leading =
                meant.filter(found -> !leading(found).equals(found)).map(this::leading);
        return leading.or(() -> meant.flatMap(found -> otherwiseSpelt(found, place(file, text, at))))
                .map(found -> RelativePaths.from(file.path(), found) + fragment(address));
    }

    /** The same path with other capital letters, as links are written where these do not matter. */
    private Optional<String> otherwiseSpelt(String path, Place at) {
        Optional<String> found = Optional.ofNullable(paths.get(path.toLowerCase(Locale.ROOT)));
        found.ifPresent(other -> faults.note(at, "link-case", path, other));
        return found;
    }

    private Optional<String> quiz(SourceFile file, int number, String key, Place at) {
        Optional<SourceFile> found = quizzes.file(number);
        if (found.isEmpty()) {
            if (!quizzes.files().isEmpty()) {
                faults.warning(at, "repository-quiz-link", number);
            }
            return Optional.empty();
        }
        named.putIfAbsent(number, key);
        return Optional.of(RelativePaths.from(file.path(), found.get().path()));
    }

    /** The page that leads a folder, for a link to the folder. */
    private String leading(String path) {
        return List.of("README.md", "readme.md", "index.md").stream()
                .map(name -> SourcePaths.join(path, name))
                .filter(name -> tree.file(path).isEmpty() && tree.file(name).isPresent())
                .findFirst()
                .orElse(path);
    }

    private static String fragment(String address) {
        int hash = address.indexOf('#');
        return hash < 0 ? "" : address.substring(hash);
    }

    private static Place place(SourceFile file, String text, int at) {
        int line =
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        return file.place(
                line, SourcePaths.extension(file.path()).equals("ipynb") ? 0 : at - text.lastIndexOf('\n', at));
    }
}
