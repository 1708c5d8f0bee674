package org.collegium.assessment.exchange;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.collegium.source.XmlNode;
import org.collegium.source.XmlNode.Element;

/** Writes the texts of an item as HTML; what is more than text is handed to somebody who knows it. */
final class QtiHtml {

    private static final Set<String> VOID = Set.of("br", "hr", "img", "col", "none");
    private static final Set<String> KEPT =
            Set.of("href", "src", "alt", "colspan", "rowspan", "encoding", "class", "style");

    private final Special special;
    private final StringBuilder out = new StringBuilder();

    /** Says what stands in place of an element; empty where it is only text. */
    @FunctionalInterface
    interface Special {
        Optional<String> html(Element element);
    }

    private QtiHtml(Special special) {
        this.special = special;
    }

    /** What is inside the element. */
    static String inside(Element element, Special special) {
        QtiHtml html = new QtiHtml(special);
        html.content(element);
        return html.out.toString();
    }

    private void content(Element element) {
        for (XmlNode node : element.content()) {
            switch (node) {
                case XmlNode.Text(String characters) -> out.append(HtmlText.escaped(Sealed.without(characters)));
                case Element child -> child(child);
            }
        }
    }

    private void child(Element child) {
        Optional<String> other = special.html(child);
        if (other.isPresent()) {
            out.append(other.get());
        } else if (child.name().equals("object") && child.attribute("type").startsWith("image/")) {
            out.append("<img src=\"").append(HtmlText.escaped(child.attribute("data")));
            out.append("\" alt=\"").append(HtmlText.escaped(child.text())).append("\">");
        } else {
            out.append('<').append(child.name());
            for (Map.Entry<String, String> attribute : child.attributes().entrySet()) {
                if (KEPT.contains(attribute.getKey())) {
                    out.append(' ').append(attribute.getKey()).append("=\"");
                    out.append(HtmlText.escaped(attribute.getValue())).append('"');
                }
            }
            out.append('>');
            if (!VOID.contains(child.name())) {
                content(child);
                out.append("</").append(child.name()).append('>');
            }
        }
    }
}
