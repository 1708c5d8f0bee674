package org.collegium.courses.imports.slides;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.courses.imports.CourseAbout;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceTree;
import org.collegium.source.XmlFile;
import org.collegium.source.XmlNode.Element;

/** The slides of a document in their order, and what it says about itself. */
final class Deck {

    static final String FILE = "ppt/presentation.xml";

    private static final String ABOUT = "docProps/core.xml";
    private static final String UNNAMED = "PowerPoint Presentation";

    private final SourceTree tree;
    private final FaultSink faults;
    private final Element root;
    private final List<Slide> slides = new ArrayList<>();

    private Deck(SourceTree tree, FaultSink faults, Element root) {
        this.tree = tree;
        this.faults = faults;
        this.root = root;
    }

    /**
     * A slide.
     *
     * @param number as people count, from 1
     * @param id by which parts of the deck name it
     */
    record Slide(int number, String id, Element root, Relations relations) {

        Place place() {
            return root.place();
        }

        Optional<Element> shapes() {
            return root.child("cSld").flatMap(one -> one.child("spTree"));
        }
    }

    /** Slides that belong together; the title is empty where they have no common one. */
    record Part(String title, List<Slide> slides) {}

    static Optional<Deck> read(SourceTree tree, FaultSink faults) {
        return tree.file(FILE).flatMap(file -> XmlFile.read(file, faults)).map(root -> {
            Deck deck = new Deck(tree, faults, root);
            deck.find();
            return deck;
        });
    }

    private void find() {
        Relations relations = Relations.of(FILE, tree, faults);
        List<Element> named =
                root.child("sldIdLst").map(list -> list.children("sldId")).orElse(List.of());
        int number = 0;
        for (Element one : named) {
            number++;
            String id = one.attribute("id");
            Optional<String> path = relations
                    .find(one.attribute("r:id"))
                    .or(() -> relations.find(id))
                    .map(Relations.Relation::target);
            Optional<Element> read = path.flatMap(tree::file).flatMap(file -> XmlFile.read(file, faults));
            if (read.isEmpty()) {
                faults.warning(one.place(), "slides-missing", number);
            } else if (read.get().attribute("show").equals("0")) {
                faults.note(read.get().place(), "slides-hidden", number);
            } else {
                slides.add(new Slide(number, id, read.get(), Relations.of(path.orElseThrow(), tree, faults)));
            }
        }
    }

    List<Slide> slides() {
        return slides;
    }

    /** As the author divided them; one part where nobody did. */
    List<Part> parts() {
        Map<String, Integer> at = new HashMap<>();
        List<Part> parts = new ArrayList<>();
        for (Element section : root.all("section")) {
            section.all("sldId").forEach(one -> at.putIfAbsent(one.attribute("id"), parts.size()));
            parts.add(new Part(section.attribute("name"), new ArrayList<>()));
        }
        List<Slide> rest = new ArrayList<>();
        for (Slide slide : slides) {
            Integer part = at.get(slide.id());
            (part == null ? rest : parts.get(part).slides()).add(slide);
        }
        if (!rest.isEmpty()) {
            parts.addFirst(new Part("", rest));
        }
        parts.removeIf(part -> part.slides().isEmpty());
        return parts;
    }

    /** What the document says about itself, and else its first slide. */
    CourseAbout.Said said(String first) {
        Optional<Element> core = tree.file(ABOUT).flatMap(file -> XmlFile.read(file, faults));
        String named = core.map(found -> found.textOf("title")).orElse("");
        String title = named.isBlank() || named.equals(UNNAMED) ? first : named;
        List<String> authors = core.map(found -> found.textOf("creator"))
                .filter(name -> !name.isBlank())
                .map(name -> List.of(name.split("\\s*+;\\s*+")))
                .orElse(List.of());
        String description = core.map(found -> found.textOf("description")).orElse("");
        Place at = core.map(Element::place).orElse(Place.of(FILE));
        return new CourseAbout.Said(title, description, List.of(), authors, language(), Optional.empty(), at, at, at);
    }

    /** The one in which most letters are written. */
    private Optional<String> language() {
        Map<String, Integer> letters = new HashMap<>();
        for (Slide slide : slides) {
            for (Element run : slide.root().all("r")) {
                run.child("rPr")
                        .map(look -> look.attribute("lang"))
                        .filter(tag -> !tag.isEmpty())
                        .ifPresent(tag -> letters.merge(tag, run.textOf("t").length(), Integer::sum));
            }
        }
        return letters.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .flatMap(most -> CourseAbout.language(most.getKey()));
    }
}
