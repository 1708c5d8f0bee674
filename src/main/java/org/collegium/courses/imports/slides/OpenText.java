package org.collegium.courses.imports.slides;

import java.util.Set;
import org.collegium.source.XmlNode;
import org.collegium.source.XmlNode.Element;
import org.jsoup.nodes.Entities;

/** Paragraphs and lists of an OpenDocument in HTML: what is bold and italic, and links. */
final class OpenText {

    /** What the layout fills in, and what people said to each other about the text. */
    private static final Set<String> AROUND = Set.of("annotation", "date-time", "footer", "header", "title", "desc");

    private final OpenStyles styles;

    OpenText(OpenStyles styles) {
        this.styles = styles;
    }

    /** The paragraphs and lists directly inside. */
    String blocks(Element around) {
        StringBuilder html = new StringBuilder();
        around.children().forEach(one -> {
            switch (one.name()) {
                case "p", "h" -> paragraph(one, html);
                case "list" -> list(one, "", 1, html);
                default -> {}
            }
        });
        return html.toString();
    }

    private void paragraph(Element paragraph, StringBuilder html) {
        String text = runs(paragraph);
        if (!text.isBlank()) {
            html.append("<p>").append(text).append("</p>");
        }
    }

    /** A list of which no style is said has that of the list around it. */
    private void list(Element list, String around, int level, StringBuilder html) {
        String style = list.attribute("style-name").isEmpty() ? around : list.attribute("style-name");
        String kind = styles.list(style, level);
        StringBuilder points = new StringBuilder();
        list.children()
                .filter(one -> one.name().equals("list-item") || one.name().equals("list-header"))
                .forEach(item -> point(item, style, level, kind, points));
        if (points.isEmpty()) {
            return;
        }
        html.append(kind.isEmpty() ? "" : "<" + kind + ">")
                .append(points)
                .append(kind.isEmpty() ? "" : "</" + kind + ">");
    }

    /** An item that has nothing but a list in it is how programs indent: its points belong to the point before. */
    private void point(Element item, String style, int level, String kind, StringBuilder points) {
        StringBuilder words = new StringBuilder();
        StringBuilder deeper = new StringBuilder();
        item.children().forEach(one -> {
            switch (one.name()) {
                case "p", "h" -> {
                    String text = runs(one);
                    if (!text.isBlank()) {
                        words.append(words.isEmpty() ? "" : "<br>").append(text);
                    }
                }
                case "list" -> list(one, style, level + 1, deeper);
                default -> {}
            }
        });
        if (kind.isEmpty()) {
            points.append(words.isEmpty() ? "" : "<p>" + words + "</p>").append(deeper);
        } else if (!words.isEmpty()) {
            points.append("<li>").append(words).append(deeper).append("</li>");
        } else {
            points.append(deeper);
        }
    }

    /** What is written in a paragraph. */
    String runs(Element paragraph) {
        StringBuilder html = new StringBuilder();
        for (XmlNode node : paragraph.content()) {
            switch (node) {
                case XmlNode.Text(String characters) ->
                    html.append(Entities.escape(characters.replaceAll("\\s++", " ")));
                case Element one -> html.append(run(one));
            }
        }
        return html.toString();
    }

    private String run(Element one) {
        return switch (one.name()) {
            case "line-break" -> "<br>";
            case "s", "tab" -> " ";
            case "span" -> styled(runs(one), one.attribute("style-name"));
            case "a" -> {
                String target = one.attribute("href");
                yield target.matches("(?i)(?:https?|mailto):.*")
                        ? "<a href=\"" + SlideLessons.quoted(target) + "\">" + runs(one) + "</a>"
                        : runs(one);
            }
            default -> AROUND.contains(one.name()) ? "" : runs(one);
        };
    }

    private String styled(String text, String style) {
        if (text.isBlank()) {
            return text;
        }
        String tag = styles.raised(style);
        String placed = tag.isEmpty() ? text : "<" + tag + ">" + text + "</" + tag + ">";
        String struck = styles.isStruck(style) ? "<del>" + placed + "</del>" : placed;
        String slanted = styles.isItalic(style) ? "<i>" + struck + "</i>" : struck;
        return styles.isBold(style) ? "<b>" + slanted + "</b>" : slanted;
    }
}
