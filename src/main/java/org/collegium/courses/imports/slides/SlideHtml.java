package org.collegium.courses.imports.slides;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    private static final Set<String> FILMS = Set.of("media", "videoFile", "audioFile", "quickTimeFile", "wavAudioFile");
    private static final Set<String> MOVING =
            Set.of("set", "anim", "animClr", "animEffect", "animMotion", "animRot", "animScale");
    private static final Set<String> SHOWN = Set.of("png", "jpg", "jpeg", "gif", "svg", "webp");

    private final Slide slide;
    private final SourceTree tree;
    private final FaultSink faults;
    private final SlideText text;
    private final LeftOnSlides left;
    private final String title;
    private final StringBuilder html = new StringBuilder();

    private SlideHtml(Slide slide, SourceTree tree, FaultSink faults, LeftOnSlides left) {
        this.slide = slide;
        this.tree = tree;
        this.faults = faults;
        this.left = left;
        this.text = new SlideText(slide, faults, left);
        this.title = title(slide);
    }

    /** Its heading without marks; empty where it has none. */
    static String title(Slide slide) {
        return slide.shapes().stream()
                .flatMap(shapes -> shapes.all("sp").stream())
                .filter(shape -> TITLES.contains(placeholder(shape).orElse("-")))
                .map(SlideHtml::words)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String words(Element shape) {
        return shape.all("p").stream()
                .map(paragraph -> paragraph.all().stream()
                        .filter(one -> one.name().equals("t") || one.name().equals("br"))
                        .map(one -> one.name().equals("t") ? SlideText.whole(one) : " ")
                        .reduce("", String::concat))
                .reduce("", (all, one) -> all + " " + one)
                .replaceAll("\\s++", " ")
                .strip();
    }

    /** All but the heading. */
    static String of(Slide slide, SourceTree tree, FaultSink faults, LeftOnSlides left) {
        SlideHtml page = new SlideHtml(slide, tree, faults, left);
        slide.shapes().ifPresent(page::shapes);
        page.notes();
        page.comments();
        if (slide.root().child("timing").stream()
                .flatMap(timing -> timing.all().stream())
                .anyMatch(one -> MOVING.contains(one.name()))) {
            left.add(LeftOnSlides.ANIMATION, slide.number());
        }
        return page.html.toString();
    }

    private void shapes(Element group) {
        for (Element one : group.children().toList()) {
            switch (one.name()) {
                case "sp" -> shape(one);
                case "pic" -> {
                    film(one);
                    picture(one);
                    link(one);
                }
                case "graphicFrame" -> frame(one);
                case "grpSp" -> shapes(one);
                case "cxnSp" -> left.add(LeftOnSlides.DRAWING, slide.number());
                case "contentPart" -> faults.warning(slide.place(), "slides-object", slide.number(), "ink");
                case "AlternateContent" -> alternative(one).ifPresent(this::shapes);
                default -> {}
            }
        }
    }

    /** What older programs show is read by more; but of text with a formula it is a picture without a word. */
    private static Optional<Element> alternative(Element both) {
        Optional<Element> newer = both.child("Choice");
        return both.child("Fallback")
                .filter(older -> older.children().findAny().isPresent())
                .filter(older -> !words(older).isEmpty()
                        || newer.filter(one -> !words(one).isEmpty()).isEmpty())
                .or(() -> newer);
    }

    private void shape(Element shape) {
        String place = placeholder(shape).orElse("-");
        boolean isHeading = TITLES.contains(place) && words(shape).equals(title);
        if (isHeading || AROUND.contains(place)) {
            return;
        }
        Optional<Element> filled = shape.child("spPr").flatMap(look -> look.child("blipFill"));
        filled.filter(fill -> fill.child("tile").isEmpty()).ifPresent(_ -> picture(shape));
        String said = shape.child("txBody")
                .map(body -> text.paragraphs(body, LISTS.contains(place)))
                .orElse("");
        html.append(said);
        boolean box = shape.all("cNvSpPr").stream()
                .anyMatch(kind -> kind.attribute("txBox").equals("1"));
        if (said.isEmpty() && filled.isEmpty() && !box && place.equals("-")) {
            left.add(LeftOnSlides.DRAWING, slide.number());
        }
        link(shape);
    }

    /** A shape or a picture that is a link itself. */
    private void link(Element shape) {
        shape.all("cNvPr").stream()
                .findFirst()
                .flatMap(text::link)
                .ifPresent(to -> html.append(SlideLessons.link(to, to)));
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

    /** A film or a sound can be saved, and one elsewhere be gone to. */
    private void film(Element picture) {
        List<Relations.Relation> found = picture.all().stream()
                .filter(one -> FILMS.contains(one.name()))
                .flatMap(one -> Stream.of(one.attribute("embed"), one.attribute("link")))
                .flatMap(id -> slide.relations().find(id).stream())
                .toList();
        if (found.isEmpty()) {
            return;
        }
        Relations.Relation film = found.stream()
                .filter(to -> !to.elsewhere() && tree.file(to.target()).isPresent())
                .findFirst()
                .orElse(found.getFirst());
        String name = film.elsewhere() ? film.target() : SourcePaths.name(film.target());
        boolean isThere = film.elsewhere()
                ? film.target().matches("(?i)https?://.*")
                : tree.file(film.target()).isPresent();
        if (isThere) {
            faults.note(slide.place(), "slides-film", slide.number(), name);
            html.append(SlideLessons.link(film.target(), name));
        } else {
            faults.warning(slide.place(), "slides-object", slide.number(), name);
        }
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

    /** What those who made the slides said to each other. */
    private void comments() {
        long comments =
                slide
                        .relations()
                        .path("comments")
                        .flatMap(tree::file)
                        .flatMap(file -> XmlFile.read(file, faults))
                        .stream()
                        .flatMap(root -> root.all().stream())
                        .filter(one -> one.name().equals("cm") || one.name().equals("reply"))
                        .count();
        if (comments > 0) {
            faults.note(slide.place(), "slides-comments", slide.number(), comments);
        }
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
