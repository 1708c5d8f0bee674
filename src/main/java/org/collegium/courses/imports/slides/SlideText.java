package org.collegium.courses.imports.slides;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.courses.imports.slides.Deck.Slide;
import org.collegium.source.FaultSink;
import org.collegium.source.XmlNode.Element;
import org.jsoup.nodes.Entities;

/** The paragraphs of one shape in HTML: lists as deep as they are indented, what is bold and italic, and links. */
final class SlideText {

    private static final int DEEPEST = 8;
    /** What a click does that leads nowhere: it plays a film, or nothing happens. */
    private static final Set<String> STAYS = Set.of("ppaction://media", "ppaction://noaction");

    private final Slide slide;
    private final FaultSink faults;
    private final LeftOnSlides left;

    SlideText(Slide slide, FaultSink faults, LeftOnSlides left) {
        this.slide = slide;
        this.faults = faults;
        this.left = left;
    }

    /** @param listed whether paragraphs are points of a list unless they say otherwise */
    String paragraphs(Element body, boolean listed) {
        StringBuilder html = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        for (Element paragraph : body.children("p")) {
            String text = runs(paragraph);
            if (text.isBlank()) {
                continue;
            }
            Optional<Element> look = paragraph.child("pPr");
            String list = list(look, listed);
            if (list.isEmpty()) {
                close(open, 0, html);
                html.append("<p>").append(text).append("</p>");
            } else {
                point(text, list, level(look), open, html);
            }
        }
        close(open, 0, html);
        return html.toString();
    }

    /** Points of a deeper level stand inside the last one above; no level is left out. */
    private static void point(String text, String list, int level, Deque<String> open, StringBuilder html) {
        int depth = Math.min(level, open.size()) + 1;
        close(open, depth, html);
        if (open.size() == depth && !list.equals(open.peek())) {
            close(open, depth - 1, html);
        }
        if (open.size() < depth) {
            html.append('<').append(list).append('>');
            open.push(list);
        }
        html.append("<li>").append(text);
    }

    private static void close(Deque<String> open, int depth, StringBuilder html) {
        while (open.size() > depth) {
            html.append("</").append(open.pop()).append('>');
        }
    }

    private static String list(Optional<Element> look, boolean listed) {
        if (look.flatMap(one -> one.child("buNone")).isPresent()) {
            return "";
        }
        if (look.flatMap(one -> one.child("buAutoNum")).isPresent()) {
            return "ol";
        }
        boolean marked = look.map(one ->
                        one.child("buChar").isPresent() || one.child("buBlip").isPresent())
                .orElse(false);
        return marked || listed ? "ul" : "";
    }

    private static int level(Optional<Element> look) {
        String level = look.map(one -> one.attribute("lvl")).orElse("");
        return level.matches("[0-8]") ? Math.min(DEEPEST, Integer.parseInt(level)) : 0;
    }

    /** What is written in a paragraph. */
    String runs(Element paragraph) {
        StringBuilder html = new StringBuilder();
        paragraph.children().forEach(one -> {
            switch (one.name()) {
                case "r" -> html.append(run(one));
                case "br" -> html.append("<br>");
                case "fld" -> html.append(Entities.escape(one.textOf("t")));
                case "AlternateContent", "m", "oMath", "oMathPara" -> html.append(formula(one));
                default -> {}
            }
        });
        return html.toString();
    }

    private String run(Element run) {
        String text =
                Entities.escape(run.children("t").stream().map(SlideText::whole).reduce("", String::concat));
        if (text.isBlank()) {
            return text;
        }
        Optional<Element> look = run.child("rPr");
        String raised = look.map(one -> one.attribute("baseline")).orElse("");
        if (raised.matches("-?+[1-9]\\d{0,6}+%?+")) {
            String tag = raised.startsWith("-") ? "sub" : "sup";
            text = "<" + tag + ">" + text + "</" + tag + ">";
        }
        if (look.filter(one -> one.attribute("strike").matches("(?:sng|dbl)Strike"))
                .isPresent()) {
            text = "<del>" + text + "</del>";
        }
        if (isOn(look, "i")) {
            text = "<i>" + text + "</i>";
        }
        if (isOn(look, "b")) {
            text = "<b>" + text + "</b>";
        }
        Optional<String> link = look.flatMap(this::link);
        return link.isEmpty() ? text : "<a href=\"" + SlideLessons.quoted(link.get()) + "\">" + text + "</a>";
    }

    /** With the spaces around it. */
    static String whole(Element text) {
        StringBuilder whole = new StringBuilder();
        text.content().forEach(node -> {
            if (node instanceof org.collegium.source.XmlNode.Text(String characters)) {
                whole.append(characters);
            }
        });
        return whole.toString();
    }

    private static boolean isOn(Optional<Element> look, String what) {
        return look.map(one -> one.attribute(what))
                .filter(value -> value.equals("1") || value.equals("true"))
                .isPresent();
    }

    /** The address to which text or a shape leads; where it leads to another slide or to a file, that is said. */
    Optional<String> link(Element from) {
        Optional<Element> click = from.child("hlinkClick");
        Optional<String> address = click.flatMap(one -> slide.relations().find(one.attribute("id")))
                .filter(to -> to.elsewhere() && to.target().matches("(?i)(?:https?|mailto):.*"))
                .map(Relations.Relation::target);
        boolean leads = click.filter(one -> one.attribute("action").isEmpty()
                        ? !one.attribute("id").isEmpty()
                        : !STAYS.contains(one.attribute("action")))
                .isPresent();
        if (leads && address.isEmpty()) {
            left.add(LeftOnSlides.LINK, slide.number());
        }
        return address;
    }

    /** Its letters alone: what makes them a formula has no words here. */
    private String formula(Element formula) {
        List<Element> letters = formula.child("Choice").orElse(formula).all("t");
        if (letters.isEmpty()) {
            return "";
        }
        faults.warning(slide.place(), "slides-formula", slide.number());
        return Entities.escape(letters.stream().map(Element::text).reduce("", String::concat));
    }
}
