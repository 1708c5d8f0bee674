package org.collegium.learning.ui;

import java.util.List;
import org.collegium.learning.ui.OutlineMarkup.Texts;
import org.jsoup.nodes.Element;

/** Writes the list of keys that the player knows; single letters can be turned off, as not everybody's devices get on with them. */
final class KeysMarkup {

    private record Key(String keys, String label) {}

    private static final List<Key> KEYS = List.of(
            new Key("J  Alt+Shift+→", "learning.keys.next"),
            new Key("K  Alt+Shift+←", "learning.keys.previous"),
            new Key("O", "learning.keys.outline"),
            new Key("?", "learning.keys.this"));

    private final Texts texts;

    KeysMarkup(Texts texts) {
        this.texts = texts;
    }

    String write() {
        Element root = Markup.root("div");
        root.appendElement("h2").attr("id", "keys-title").text(texts.get("learning.keys.title"));
        Element list = root.appendElement("dl").addClass("lrn-keys");
        for (Key key : KEYS) {
            Element term = list.appendElement("dt");
            for (String one : key.keys().split("  ")) {
                term.appendElement("kbd").text(one);
                term.appendText(" ");
            }
            list.appendElement("dd").text(texts.get(key.label()));
        }
        Element label = root.appendElement("label").addClass("lrn-keys-single");
        label.appendElement("input").attr("type", "checkbox").attr("data-single-keys", "");
        label.appendText(" " + texts.get("learning.keys.single"));
        root.appendElement("form")
                .attr("method", "dialog")
                .appendElement("button")
                .addClass("c-button")
                .text(texts.get("shared.close"));
        return root.html();
    }
}
