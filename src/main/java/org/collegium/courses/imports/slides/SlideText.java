package org.collegium.courses.imports.slides;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.imports.slides.Deck.Slide;
import org.collegium.source.FaultSink;
import org.collegium.source.XmlNode.Element;
import org.jsoup.nodes.Entities;

/** The paragraphs of one shape in HTML: lists as deep as they are indented, what is bold and italic, and links. */
final class SlideText {

    private static final int DEEPEST = 8;

    private final Slide slide;
    private final FaultSink faults;

    SlideText(Slide slide, FaultSink faults) {
        this.slide = slide;
        this.faults = faults;
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
        if (isOn(look, "i")) {
            text = "<i>" + text + "</i>";
        }
        if (isOn(look, "b")) {
            text = "<b>" + text + "</b>";
        }
        return link(look).map(to -> "<a href=\"" + to + "\">").orElse("")
                + text
                + link(look).map(to -> "</a>").orElse("");
    }

    /** With the spaces around it. */
    private static String whole(Element text) {
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

    private Optional<String> link(Optional<Element> look) {
        return look.flatMap(one -> one.child("hlinkClick"))
                .flatMap(one -> slide.relations().find(one.attribute("id")))
                .filter(to -> to.elsewhere() && to.target().matches("(?i)(?:https?|mailto):.*"))
                .map(to -> Entities.escape(to.target()).replace("\"", "&quot;"));
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
