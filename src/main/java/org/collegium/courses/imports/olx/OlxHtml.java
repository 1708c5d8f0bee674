package org.collegium.courses.imports.olx;

import java.util.Set;
import org.collegium.source.XmlNode;
import org.collegium.source.XmlNode.Element;
import org.jsoup.nodes.Entities;

/** The HTML that stands in elements of OLX. */
final class OlxHtml {

    private static final Set<String> EMPTY = Set.of("br", "hr", "img", "input");

    private OlxHtml() {}

    /** What is inside an element. */
    static String inside(Element element) {
        StringBuilder html = new StringBuilder();
        element.content().forEach(node -> write(node, html));
        return html.toString();
    }

    static void write(XmlNode node, StringBuilder html) {
        switch (node) {
            case XmlNode.Text(String characters) -> html.append(Entities.escape(characters));
            case Element element -> {
                html.append('<').append(element.name());
                element.attributes()
                        .forEach((name, value) -> html.append(' ')
                                .append(name)
                                .append("=\"")
                                .append(Entities.escape(value).replace("\"", "&quot;"))
                                .append('"'));
                html.append('>');
                if (!EMPTY.contains(element.name())) {
                    html.append(inside(element))
                            .append("</")
                            .append(element.name())
                            .append('>');
                }
            }
        }
    }

    /** Formulas as Open edX marks them, with the marks that MathJax has elsewhere. */
    static String formulas(String html) {
        return html.replace("[mathjaxinline]", "\\(")
                .replace("[/mathjaxinline]", "\\)")
                .replace("[mathjax]", "\\[")
                .replace("[/mathjax]", "\\]");
    }
}
