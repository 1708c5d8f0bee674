package org.collegium.courses.imports.slides;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.source.FaultSink;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;
import org.collegium.source.XmlFile;
import org.collegium.source.XmlNode;
import org.collegium.source.XmlNode.Element;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;

/** What is on a slide of an OpenDocument in HTML, in the order of the document. */
final class OpenSlide {

    private static final Set<String> AROUND = Set.of("date-time", "footer", "header", "page-number");
    private static final Set<String> SHOWN = Set.of("png", "jpg", "jpeg", "gif", "svg", "webp");
    private static final String ADDRESS = "(?i)(?:https?|mailto):.*";
    private static final Set<String> DRAWN = Set.of(
            "caption",
            "circle",
            "connector",
            "custom-shape",
            "ellipse",
            "line",
            "measure",
            "path",
            "polygon",
            "polyline",
            "rect",
            "regular-polygon",
            "scene");
    private static final Set<String> MOVING = Set.of(
            "set", "animate", "animateColor", "animateMotion", "animateTransform", "iterate", "dim", "show-shape");
    private static final Set<String> MATHML = Set.of("math", "semantics", "annotation");
    private static final int MOST_REPEATED = 50;

    private final Element page;
    private final int number;
    private final SourceTree tree;
    private final FaultSink faults;
    private final LeftOnSlides left;
    private final OpenText text;
    private final Optional<Element> heading;
    private final StringBuilder html = new StringBuilder();

    private OpenSlide(
            Element page, int number, OpenStyles styles, SourceTree tree, FaultSink faults, LeftOnSlides left) {
        this.page = page;
        this.number = number;
        this.tree = tree;
        this.faults = faults;
        this.left = left;
        this.text = new OpenText(styles);
        this.heading = page.all("frame").stream()
                .filter(frame -> frame.attribute("class").equals("title"))
                .filter(frame -> !words(frame).isEmpty())
                .findFirst();
    }

    /** @param number as people count, from 1 */
    static SlideLessons.Shown of(
            Element page, int number, OpenStyles styles, SourceTree tree, FaultSink faults, LeftOnSlides left) {
        OpenSlide slide = new OpenSlide(page, number, styles, tree, faults, left);
        slide.shapes(page);
        slide.beside();
        return new SlideLessons.Shown(slide.heading.map(slide::words).orElse(""), slide.html.toString(), page.place());
    }

    /** The words of a frame without marks. */
    private String words(Element frame) {
        return Jsoup.parseBodyFragment(frame.children("text-box").stream()
                        .map(text::blocks)
                        .reduce("", (all, one) -> all + " " + one)
                        .replace("<br>", " ")
                        .replace("</p>", " </p>"))
                .text()
                .strip();
    }

    private void shapes(Element group) {
        group.children().forEach(one -> {
            switch (one.name()) {
                case "frame" -> frame(one);
                case "g" -> shapes(one);
                case "a" -> {
                    shapes(one);
                    link(one.attribute("href"));
                }
                case "notes" -> notes(one);
                case "annotation" -> {}
                case "control" -> lost(one.name());
                default -> shape(one);
            }
            one.child("event-listeners").stream()
                    .flatMap(listeners -> listeners.children("event-listener").stream())
                    .forEach(listener -> link(listener.attribute("href")));
        });
    }

    private void shape(Element shape) {
        String said = text.blocks(shape);
        html.append(said);
        if (said.isEmpty() && DRAWN.contains(shape.name())) {
            left.add(LeftOnSlides.DRAWING, number);
        }
    }

    /** A shape that is a link itself. */
    private void link(String target) {
        if (target.matches(ADDRESS)) {
            html.append(SlideLessons.link(target, target));
        } else {
            left.add(LeftOnSlides.LINK, number);
        }
    }

    /** What is no part of what the slide shows at last. */
    private void beside() {
        List<Element> all = page.all();
        long comments =
                all.stream().filter(one -> one.name().equals("annotation")).count();
        if (comments > 0) {
            faults.note(page.place(), "slides-comments", number, comments);
        }
        if (all.stream().anyMatch(one -> MOVING.contains(one.name()))) {
            left.add(LeftOnSlides.ANIMATION, number);
        }
        if (all.stream()
                .anyMatch(
                        one -> one.name().equals("a") && !one.attribute("href").matches(ADDRESS))) {
            left.add(LeftOnSlides.LINK, number);
        }
    }

    private void frame(Element frame) {
        boolean isHeading = heading.filter(frame::equals).isPresent();
        if (isHeading || AROUND.contains(frame.attribute("class"))) {
            return;
        }
        List<Element> inside = frame.children().toList();
        for (Element one : inside) {
            switch (one.name()) {
                case "text-box" -> html.append(text.blocks(one));
                case "table" -> table(one);
                case "object" -> object(one);
                case "plugin" -> film(one);
                case "object-ole", "applet", "floating-frame" -> lost(one.name());
                default -> {}
            }
        }
        List<Element> pictures = frame.children("image");
        boolean standsIn = inside.stream().anyMatch(one -> one.name().matches("table|object|object-ole"));
        if (!pictures.isEmpty() && !standsIn) {
            picture(frame, pictures);
        }
    }

    /** The first of several kinds of the same picture that browsers show. */
    private void picture(Element frame, List<Element> kinds) {
        Optional<String> shown = kinds.stream()
                .flatMap(image -> path(image).stream())
                .filter(path -> SHOWN.contains(SourcePaths.extension(path)))
                .findFirst();
        if (shown.isEmpty()) {
            faults.warning(
                    page.place(),
                    "slides-picture",
                    number,
                    SourcePaths.name(kinds.getFirst().attribute("href")));
            return;
        }
        String words = frame.textOf("desc").isBlank() ? frame.textOf("title") : frame.textOf("desc");
        html.append("<p><img src=\"")
                .append(SlideLessons.quoted(shown.get()))
                .append("\" alt=\"")
                .append(SlideLessons.quoted(words))
                .append("\"></p>");
    }

    /** A file of the document to which an element leads. */
    private Optional<String> path(Element from) {
        return SourcePaths.resolve("", from.attribute("href").replaceFirst("^vnd\\.sun\\.star\\.Package:", ""))
                .flatMap(tree::file)
                .map(SourceFile::path);
    }

    /** A film or a sound can be saved. */
    private void film(Element film) {
        Optional<String> file = path(film);
        String elsewhere = film.attribute("href");
        if (file.isEmpty() && elsewhere.matches("(?i)https?://.*")) {
            faults.note(page.place(), "slides-film", number, elsewhere);
            html.append(SlideLessons.link(elsewhere, elsewhere));
            return;
        }
        if (file.isEmpty()) {
            lost(elsewhere);
            return;
        }
        String name = SourcePaths.name(file.get());
        faults.note(page.place(), "slides-film", number, name);
        html.append(SlideLessons.link(file.get(), name));
    }

    /** Formulas are documents of their own inside; charts and tables of other programs too. */
    private void object(Element object) {
        Optional<Element> content = SourcePaths.resolve("", object.attribute("href") + "/" + OpenDeck.FILE)
                .flatMap(tree::file)
                .flatMap(file -> XmlFile.read(file, faults))
                .or(() -> object.child("math"));
        Optional<Element> formula = content.filter(root -> root.name().equals("math"));
        if (formula.isPresent()) {
            html.append("<p>");
            mathMl(formula.get());
            html.append("</p>");
        } else {
            lost(content.flatMap(root -> root.child("body"))
                    .flatMap(body -> body.children().findFirst())
                    .map(Element::name)
                    .orElse("object"));
        }
    }

    /** The formula again as a page has it; what its program said of it in its own words is left out. */
    private void mathMl(Element element) {
        boolean known = element.name().startsWith("m") || MATHML.contains(element.name());
        if (!known || element.name().equals("annotation")) {
            return;
        }
        html.append('<').append(element.name()).append('>');
        for (XmlNode node : element.content()) {
            switch (node) {
                case XmlNode.Text(String characters) -> html.append(Entities.escape(characters));
                case Element inside -> mathMl(inside);
            }
        }
        html.append("</").append(element.name()).append('>');
    }

    private void lost(String kind) {
        faults.warning(page.place(), "slides-object", number, kind);
    }

    private void table(Element table) {
        html.append("<table>");
        String cell = "th";
        for (Element row : table.all("table-row")) {
            html.append("<tr>");
            for (Element one : row.children().toList()) {
                if (one.name().matches("(?:covered-)?+table-cell")) {
                    cells(one, cell);
                }
            }
            html.append("</tr>");
            cell = "td";
        }
        html.append("</table>");
    }

    private void cells(Element one, String cell) {
        String inside = one.child("list").isPresent()
                ? text.blocks(one)
                : one.children("p").stream()
                        .map(text::runs)
                        .filter(words -> !words.isBlank())
                        .reduce((all, words) -> all + "<br>" + words)
                        .orElse("");
        String repeated = one.attribute("number-columns-repeated");
        int times = repeated.matches("\\d{1,4}") ? Math.min(MOST_REPEATED, Integer.parseInt(repeated)) : 1;
        html.append(("<" + cell + ">" + inside + "</" + cell + ">").repeat(times));
    }

    /** What the speaker says is not for learners. */
    private void notes(Element notes) {
        boolean said = notes.all("frame").stream()
                .filter(frame -> frame.attribute("class").equals("notes"))
                .anyMatch(frame -> !words(frame).isEmpty());
        if (said) {
            faults.note(page.place(), "slides-notes", number);
        }
    }
}
