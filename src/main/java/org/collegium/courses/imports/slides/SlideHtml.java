package org.collegium.courses.imports.slides;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.courses.imports.slides.Deck.Slide;
import org.collegium.source.FaultSink;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;
import org.collegium.source.XmlFile;
import org.collegium.source.XmlNode.Element;
import org.jsoup.nodes.Entities;

/** What is on a slide in HTML, in the order in which screen readers read it. */
final class SlideHtml {

    private static final Set<String> TITLES = Set.of("title", "ctrTitle");
    private static final Set<String> AROUND = Set.of("dt", "ftr", "hdr", "sldNum");
    private static final Set<String> LISTS = Set.of("", "body", "obj");
    private static final Set<String> SHOWN = Set.of("png", "jpg", "jpeg", "gif", "svg", "webp");

    private final Slide slide;
    private final SourceTree tree;
    private final FaultSink faults;
    private final SlideText text;
    private final StringBuilder html = new StringBuilder();

    private SlideHtml(Slide slide, SourceTree tree, FaultSink faults) {
        this.slide = slide;
        this.tree = tree;
        this.faults = faults;
        this.text = new SlideText(slide, faults);
    }

    /** Its heading without marks; empty where it has none. */
    static String title(Slide slide) {
        return slide.shapes().stream()
                .flatMap(shapes -> shapes.all("sp").stream())
                .filter(shape -> TITLES.contains(placeholder(shape).orElse("-")))
                .map(shape -> words(shape).strip())
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String words(Element shape) {
        return shape.all("p").stream()
                .map(paragraph -> paragraph.all().stream()
                        .filter(one -> one.name().equals("t") || one.name().equals("br"))
                        .map(one -> one.name().equals("t") ? one.text() + " " : " ")
                        .reduce("", String::concat))
                .reduce("", (all, one) -> all + " " + one)
                .replaceAll("\\s++", " ");
    }

    /** All but the heading. */
    static String of(Slide slide, SourceTree tree, FaultSink faults) {
        SlideHtml page = new SlideHtml(slide, tree, faults);
        slide.shapes().ifPresent(page::shapes);
        page.notes();
        return page.html.toString();
    }

    private void shapes(Element group) {
        for (Element one : group.children().toList()) {
            switch (one.name()) {
                case "sp" -> shape(one);
                case "pic" -> picture(one);
                case "graphicFrame" -> frame(one);
                case "grpSp" -> shapes(one);
                case "AlternateContent" ->
                    one.child("Fallback").or(() -> one.child("Choice")).ifPresent(this::shapes);
                default -> {}
            }
        }
    }

    private void shape(Element shape) {
        String place = placeholder(shape).orElse("-");
        if (!TITLES.contains(place) && !AROUND.contains(place)) {
            shape.child("txBody").ifPresent(body -> html.append(text.paragraphs(body, LISTS.contains(place))));
        }
    }

    /** The kind of place that the layout has for a shape, empty for the usual one; nothing for a shape of its own. */
    private static Optional<String> placeholder(Element shape) {
        return shape.children()
                .filter(one -> one.name().startsWith("nv"))
                .flatMap(one -> one.all("ph").stream())
                .map(one -> one.attribute("type"))
                .findFirst();
    }

    private void picture(Element picture) {
        Optional<Element> named = picture.all("cNvPr").stream().findFirst();
        film(picture);
        Optional<String> shown = picture.all("blip").stream()
                .findFirst()
                .flatMap(blip -> slide.relations().find(blip.attribute("embed")))
                .filter(to -> !to.elsewhere() && tree.file(to.target()).isPresent())
                .map(Relations.Relation::target);
        if (shown.isEmpty() || !SHOWN.contains(SourcePaths.extension(shown.get()))) {
            String name = shown.map(SourcePaths::name)
                    .orElseGet(() -> named.map(one -> one.attribute("name")).orElse(""));
            faults.warning(slide.place(), "slides-picture", slide.number(), name);
            return;
        }
        html.append("<p><img src=\"")
                .append(SlideLessons.quoted(shown.get()))
                .append("\" alt=\"")
                .append(SlideLessons.quoted(
                        named.map(one -> one.attribute("descr")).orElse("")))
                .append("\"></p>");
    }

    /** A film or a sound can be saved. */
    private void film(Element picture) {
        picture.all("media").stream()
                .findFirst()
                .flatMap(media -> slide.relations().find(media.attribute("embed")))
                .filter(to -> !to.elsewhere() && tree.file(to.target()).isPresent())
                .ifPresent(to -> {
                    faults.note(slide.place(), "slides-film", slide.number(), SourcePaths.name(to.target()));
                    html.append("<p><a href=\"")
                            .append(SlideLessons.quoted(to.target()))
                            .append("\">")
                            .append(Entities.escape(SourcePaths.name(to.target())))
                            .append("</a></p>");
                });
    }

    private void frame(Element frame) {
        List<Element> tables = frame.all("tbl");
        List<Element> diagrams = frame.all("relIds");
        if (!tables.isEmpty()) {
            table(tables.getFirst());
        } else if (!diagrams.isEmpty()) {
            diagram(diagrams.getFirst());
        } else {
            String kind = frame.all("graphicData").stream()
                    .map(one -> one.attribute("uri").replaceFirst("^.*/", ""))
                    .findFirst()
                    .orElse("");
            faults.warning(slide.place(), "slides-object", slide.number(), kind);
        }
    }

    private void table(Element table) {
        html.append("<table>");
        String cell = "th";
        for (Element row : table.children("tr")) {
            html.append("<tr>");
            for (Element one : row.children("tc")) {
                String inside = one.child("txBody").stream()
                        .flatMap(body -> body.children("p").stream())
                        .map(text::runs)
                        .filter(words -> !words.isBlank())
                        .reduce((all, words) -> all + "<br>" + words)
                        .orElse("");
                html.append('<').append(cell).append('>').append(inside);
                html.append("</").append(cell).append('>');
            }
            html.append("</tr>");
            cell = "td";
        }
        html.append("</table>");
    }

    /** The words of a diagram as a list. */
    private void diagram(Element relations) {
        Optional<Element> data = slide.relations()
                .find(relations.attribute("dm"))
                .flatMap(to -> tree.file(to.target()))
                .flatMap(file -> XmlFile.read(file, faults));
        List<Element> points = data.map(found -> found.all("pt")).orElse(List.of());
        faults.note(slide.place(), "slides-diagram", slide.number());
        html.append("<ul>");
        for (Element point : points) {
            String words = words(point).strip();
            if (!words.isEmpty()) {
                html.append("<li>").append(Entities.escape(words)).append("</li>");
            }
        }
        html.append("</ul>");
    }

    /** What the speaker says is not for learners. */
    private void notes() {
        boolean said =
                slide
                        .relations()
                        .path("notesSlide")
                        .flatMap(tree::file)
                        .flatMap(file -> XmlFile.read(file, faults))
                        .stream()
                        .flatMap(root -> root.all("sp").stream())
                        .anyMatch(shape ->
                                placeholder(shape).filter("body"::equals).isPresent()
                                        && !words(shape).isBlank());
        if (said) {
            faults.note(slide.place(), "slides-notes", slide.number());
        }
    }
}
