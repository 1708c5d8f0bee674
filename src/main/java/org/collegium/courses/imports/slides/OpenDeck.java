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
import org.collegium.source.XmlNode;
import org.collegium.source.XmlNode.Element;

/** The slides of an OpenDocument presentation in their order, and what it says about itself. */
final class OpenDeck {

    static final String FILE = "content.xml";

    private static final String ABOUT = "meta.xml";
    private static final String STYLES = "styles.xml";

    private final SourceTree tree;
    private final FaultSink faults;
    private final OpenStyles styles;
    private final List<SlideLessons.Shown> slides = new ArrayList<>();
    private final Map<String, Integer> letters = new HashMap<>();
    private final LeftOnSlides left = new LeftOnSlides();

    private OpenDeck(SourceTree tree, FaultSink faults, OpenStyles styles) {
        this.tree = tree;
        this.faults = faults;
        this.styles = styles;
    }

    static Optional<OpenDeck> read(SourceTree tree, FaultSink faults) {
        return tree.file(FILE).flatMap(file -> XmlFile.read(file, faults)).map(root -> {
            OpenStyles styles = new OpenStyles();
            tree.file(STYLES).flatMap(file -> XmlFile.read(file, faults)).ifPresent(styles::read);
            styles.read(root);
            OpenDeck deck = new OpenDeck(tree, faults, styles);
            deck.find(root);
            return deck;
        });
    }

    private void find(Element root) {
        List<Element> pages = root.child("body")
                .flatMap(body -> body.child("presentation"))
                .map(presentation -> presentation.children("page"))
                .orElse(List.of());
        int number = 0;
        for (Element page : pages) {
            number++;
            if (styles.isHidden(page.attribute("style-name"))) {
                faults.note(page.place(), "slides-hidden", number);
            } else {
                slides.add(OpenSlide.of(page, number, styles, tree, faults, left));
                count(page, "");
            }
        }
        left.tell(faults, root.place());
    }

    /** All that are shown. */
    List<SlideLessons.Shown> slides() {
        return slides;
    }

    /** What the document says about itself, and else its first slide. */
    CourseAbout.Said said(String first) {
        Optional<Element> about =
                tree.file(ABOUT).flatMap(file -> XmlFile.read(file, faults)).flatMap(root -> root.child("meta"));
        String named = about.map(found -> found.textOf("title")).orElse("");
        String author = about.map(found -> found.textOf("initial-creator"))
                .filter(name -> !name.isBlank())
                .or(() -> about.map(found -> found.textOf("creator")))
                .orElse("");
        List<String> authors = author.isBlank() ? List.of() : List.of(author.split("\\s*+;\\s*+"));
        String description = about.map(found -> found.textOf("description")).orElse("");
        Place at = about.map(Element::place).orElse(Place.of(FILE));
        return new CourseAbout.Said(
                named.isBlank() ? first : named,
                description,
                List.of(),
                authors,
                language(),
                Optional.empty(),
                at,
                at,
                at);
    }

    /** Of each language, as the looks of pieces of text say it. */
    private void count(Element piece, String around) {
        String language = styles.language(piece.attribute("style-name")).orElse(around);
        for (XmlNode node : piece.content()) {
            switch (node) {
                case XmlNode.Text(String characters) ->
                    letters.merge(language, characters.strip().length(), Integer::sum);
                case Element inside -> {
                    if (!inside.name().equals("notes") && !inside.name().equals("annotation")) {
                        count(inside, language);
                    }
                }
            }
        }
    }

    /** The one in which most letters are written. */
    private Optional<String> language() {
        String usual = styles.usualLanguage();
        return letters.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(most -> most.getKey().isEmpty() ? usual : most.getKey())
                .flatMap(CourseAbout::language);
    }
}
