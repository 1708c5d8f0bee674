package org.collegium.courses.imports.moodle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.collegium.content.MarkdownText;
import org.collegium.courses.imports.CourseAbout;
import org.collegium.courses.imports.HtmlPage;
import org.collegium.source.FaultList;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceTree;
import org.collegium.source.XmlFile;
import org.collegium.source.XmlNode.Element;
import org.jsoup.Jsoup;

/** The files of a backup: what {@code moodle_backup.xml} lists, and the elements in the others. */
final class Backup {

    static final String FILE = "moodle_backup.xml";

    private static final String NOTHING = "$@NULL@$";
    private static final int PLAIN = 2;
    private static final int MARKDOWN = 4;

    private final SourceTree tree;
    private final Element information;
    private final FaultSink faults;
    private final Map<String, Optional<Element>> read = new HashMap<>();

    private Backup(SourceTree tree, Element information, FaultSink faults) {
        this.tree = tree;
        this.information = information;
        this.faults = faults;
    }

    static Optional<Backup> read(SourceTree tree, FaultSink faults) {
        return tree.file(FILE)
                .flatMap(file -> XmlFile.read(file, faults))
                .map(root -> new Backup(tree, root.child("information").orElse(root), faults));
    }

    /** An activity or resource that the backup lists. */
    record Listed(String module, String section, String kind, String title, String folder, Place place) {

        String file() {
            return folder + "/" + kind + ".xml";
        }
    }

    /** A section, with its modules in the order of the course. */
    record Part(String title, String summary, List<String> sequence, Element element) {}

    List<Listed> activities() {
        return information.all("activity").stream()
                .map(found -> new Listed(
                        found.textOf("moduleid"),
                        found.textOf("sectionid"),
                        found.textOf("modulename"),
                        found.textOf("title"),
                        found.textOf("directory"),
                        found.place()))
                .toList();
    }

    List<Part> sections() {
        List<Part> parts = new ArrayList<>();
        information.all("section").stream()
                .flatMap(found -> element(found.textOf("directory") + "/section.xml").stream())
                .sorted(Comparator.comparingInt(section -> number(section.textOf("number"))))
                .forEach(section -> parts.add(new Part(
                        said(section, "name"),
                        said(section, "summary"),
                        List.of(section.textOf("sequence").split("[,\\s]+")),
                        section)));
        return parts;
    }

    static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    /** The text of a child; empty where Moodle says that there is none. */
    static String said(Element element, String name) {
        String text = element.textOf(name);
        return text.equals(NOTHING) ? "" : text;
    }

    /** The text of an element; empty where Moodle says that there is none. */
    static String said(Element element) {
        String text = element.text();
        return text.equals(NOTHING) ? "" : text;
    }

    /** The outermost element of a file; empty, and reported once, when it cannot be read. */
    Optional<Element> element(String path) {
        return read.computeIfAbsent(path, asked -> {
            FaultList found = new FaultList();
            Optional<Element> root = tree.file(asked).flatMap(file -> XmlFile.read(file, found));
            found.faults().forEach(fault -> faults.warning(fault.place(), "cartridge-unreadable", fault.reason()));
            return root;
        });
    }

    /** The files that were read and say nothing else. */
    Set<String> consumed() {
        Set<String> paths = new HashSet<>(read.keySet());
        paths.add(FILE);
        return paths;
    }

    /** A text in the format that stands beside it. */
    String markdown(Element element, String name, String path, HtmlPage.Targets targets) {
        String text = said(element, name);
        int format = element.child(name + "format")
                .map(found -> number(found.text()))
                .orElse(1);
        return switch (format) {
            case PLAIN -> MarkdownText.ofLines(text);
            case MARKDOWN -> text;
            default -> HtmlPage.markdown(text, path, targets, _ -> element.place(), faults);
        };
    }

    CourseAbout.Said said() {
        Optional<Element> course = element("course/course.xml");
        String summary = course.map(
                        found -> Jsoup.parseBodyFragment(said(found, "summary")).text())
                .orElse("");
        return new CourseAbout.Said(
                information.textOf("original_course_fullname"),
                summary.strip(),
                List.of(),
                List.of(),
                course.flatMap(found -> CourseAbout.language(said(found, "lang"))),
                Optional.empty(),
                Place.of(FILE),
                Place.of(FILE),
                Place.of(FILE));
    }

    /** The address of the site that the backup is from. */
    String site() {
        return information.textOf("original_wwwroot");
    }

    Stream<Element> storedFiles() {
        return element("files.xml").stream().flatMap(root -> root.children("file").stream());
    }

    Optional<Element> questions() {
        return element("questions.xml");
    }
}
