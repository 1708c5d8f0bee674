package org.collegium.assessment.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.collegium.source.FaultList;
import org.collegium.source.ImportFault;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;
import org.collegium.source.XmlFile;
import org.collegium.source.XmlNode.Element;

/** Reads a content package: the items that its manifest names, in the order of its tests. */
final class QtiPackage {

    private static final String MANIFEST = "imsmanifest.xml";
    private static final String BACKUP = "moodle_backup.xml";
    private static final int LARGEST_FILE = 20 * 1024 * 1024;

    /** Of a test, what changes which items are asked, how long, or what they are worth. */
    private static final List<String> NOT_HERE = List.of(
            "selection",
            "ordering",
            "weight",
            "timeLimits",
            "preCondition",
            "branchRule",
            "rubricBlock",
            "testFeedback");

    private static final Pattern SPACE = Pattern.compile("\\s++");

    /** Categories by which TAO switches tools of its player. */
    private static final String OPTION = "x-tao-";

    private final SourceTree tree;
    private final Reading reading;
    /** Whether somebody says that these are items; else they are tried. */
    private boolean named = true;

    private final Set<String> items = new LinkedHashSet<>();

    /** What the manifest says about an item, by its path. */
    private final Map<String, Element> about = new HashMap<>();

    /** Categories that tests put an item into, by its path. */
    private final Map<String, Set<String>> categories = new HashMap<>();

    private QtiPackage(SourceTree tree, Reading reading) {
        this.tree = tree;
        this.reading = reading;
    }

    static void read(SourceTree tree, Reading reading) {
        QtiPackage found = new QtiPackage(tree, reading);
        Optional<String> manifest = tree.files().keySet().stream()
                .filter(path -> SourcePaths.name(path).equals(MANIFEST))
                .min(Comparator.comparingInt(String::length));
        if (manifest.isPresent()) {
            found.manifest(manifest.get());
        } else if (tree.files().containsKey(BACKUP)) {
            reading.faults().error(Place.of(BACKUP), "exchange-backup");
            return;
        } else {
            found.withoutManifest();
        }
        found.items();
    }

    private void manifest(String path) {
        Optional<Element> root =
                Optional.ofNullable(tree.files().get(path)).flatMap(file -> XmlFile.read(file, reading.faults()));
        List<Element> resources = root.map(all -> all.all("resource")).orElse(List.of());
        String folder = SourcePaths.folder(path);
        List<String> listed = new ArrayList<>();
        for (Element resource : resources) {
            String type = resource.attribute("type");
            String href = there(folder, resource.attribute("href")).orElse("");
            if (type.contains("_test_")) {
                test(href);
            } else if (type.contains("_item_") || type.contains("_apipitem_")) {
                listed.add(href);
                about.put(href, resource);
            } else if (type.contains("qti_xmlv1")) {
                reading.faults().error(resource.place(), "exchange-first-qti");
                return;
            } else if (type.contains("qti")) {
                reading.faults().warning(resource.place(), "exchange-element", type);
            }
        }
        items.addAll(listed);
    }

    private void test(String path) {
        Optional<Element> test = Optional.ofNullable(tree.files().get(path))
                .flatMap(file -> XmlFile.read(file, reading.faults()))
                .map(QtiTree::of);
        if (test.isEmpty()) {
            return;
        }
        reading.title(test.get().attribute("title"));
        for (Element reference : test.get().all("assessmentItemRef")) {
            there(SourcePaths.folder(path), reference.attribute("href")).ifPresent(item -> {
                items.add(item);
                Set<String> found = categories.computeIfAbsent(item, _ -> new LinkedHashSet<>());
                SPACE.splitAsStream(reference.attribute("category"))
                        .filter(word -> !word.isEmpty())
                        .forEach(found::add);
            });
        }
        for (String part : NOT_HERE) {
            test.get().all(part).stream()
                    .findFirst()
                    .ifPresent(found -> reading.faults().warning(found.place(), "exchange-element", part));
        }
    }

    /** Some tools pack items alone. */
    private void withoutManifest() {
        named = false;
        reading.faults().note(Place.EVERYWHERE, "exchange-manifest", MANIFEST);
        tree.files().keySet().stream()
                .filter(path -> SourcePaths.extension(path).equals("xml"))
                .forEach(items::add);
    }

    private void items() {
        for (String path : items) {
            if (!reading.hasRoom(Place.of(path))) {
                return;
            }
            SourceFile file = tree.files().get(path);
            if (file == null) {
                leftOut(path, "exchange-file-missing", "");
                continue;
            }
            FaultList faults = new FaultList();
            Optional<Element> root = XmlFile.read(file, faults);
            if (root.isEmpty()) {
                ImportFault fault = faults.faults().getFirst();
                leftOut(path, "exchange-file", fault.place() + " " + fault.reason());
            } else if (isItem(root.get())) {
                QtiReader.read(root.get(), reading, item -> {
                    about(path, item);
                    return source -> picture(path, source, item);
                });
            } else if (named) {
                leftOut(path, "exchange-file", root.get().name());
            } else {
                reading.faults()
                        .warning(Place.of(path), "exchange-element", root.get().name());
            }
        }
    }

    private void about(String path, Reading.Item item) {
        Optional.ofNullable(about.get(path)).ifPresent(said -> QtiAbout.read(said, item));
        for (String category : categories.getOrDefault(path, Set.of())) {
            if (category.startsWith(OPTION)) {
                item.unsaid(item.place(), category);
            } else {
                item.tag(category);
            }
        }
    }

    /** An item that cannot be read does not stop the others. */
    private void leftOut(String path, String code, String reason) {
        Reading.Item item = reading.item(SourcePaths.name(path), SourcePaths.stem(path), Place.of(path));
        item.leftOut(reason.isEmpty() ? new LeftOut(Place.of(path), code) : new LeftOut(Place.of(path), code, reason));
    }

    /** Where a reference leads: as it is written, or with its percents decoded where only that is a file. */
    private Optional<String> there(String folder, String reference) {
        Optional<String> written = SourcePaths.resolve(folder, reference);
        return written.filter(tree.files()::containsKey)
                .or(() -> SourcePaths.resolve(folder, MoodleFiles.decoded(reference))
                        .filter(tree.files()::containsKey))
                .or(() -> written);
    }

    static boolean isItem(Element root) {
        return root.name().equals("assessmentItem") || root.name().equals("qti-assessment-item");
    }

    private Optional<SourceFile> picture(String path, String source, Reading.Item item) {
        return there(SourcePaths.folder(path), source)
                .map(tree.files()::get)
                .filter(file -> file.size() <= LARGEST_FILE)
                .map(file -> SourceFile.of(
                        "assets/" + item.key() + "-" + MoodleFiles.fileName(SourcePaths.name(file.path())),
                        file.bytes()));
    }
}
