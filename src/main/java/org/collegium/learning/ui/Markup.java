package org.collegium.learning.ui;

import org.collegium.shared.ui.Glyph;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Builds the parts of the player that are long and do not answer to the server: written as markup they cost it one string,
 * not thousands of components. Text and attributes are escaped by jsoup.
 */
final class Markup {

    private final String sprite;

    /** @param sprite address of the icons */
    Markup(String sprite) {
        this.sprite = sprite;
    }

    /** An element that stands alone until it is added to another. */
    static Element root(String tag) {
        Document document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        return document.body().appendElement(tag);
    }

    /** Adds an icon that screen readers pass over. */
    Element icon(Element parent, Glyph glyph) {
        Element icon = parent.appendElement("svg").addClass("c-icon").attr("aria-hidden", "true");
        icon.appendElement("use").attr("href", sprite + "#" + glyph.symbol());
        return icon;
    }

    static Element span(Element parent, String className, String text) {
        return parent.appendElement("span").addClass(className).text(text);
    }
}
