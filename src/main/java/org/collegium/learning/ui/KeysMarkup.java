package org.collegium.learning.ui;

import java.util.List;
import org.collegium.learning.ui.OutlineMarkup.Texts;
import org.collegium.shared.ui.HtmlElement;

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
        HtmlElement list = HtmlElement.of("dl", "lrn-keys");
        for (Key key : KEYS) {
            HtmlElement term = HtmlElement.of("dt");
            for (String one : key.keys().split("  ")) {
                term.add(HtmlElement.of("kbd").text(one)).text(" ");
            }
            list.add(term).add(HtmlElement.of("dd").text(texts.get(key.label())));
        }
        HtmlElement single = HtmlElement.of("label", "lrn-keys-single")
                .add(HtmlElement.of("input").with("type", "checkbox").with("data-single-keys", ""))
                .text(" " + texts.get("learning.keys.single"));
        return HtmlElement.of("div")
                .add(HtmlElement.of("h2").with("id", "keys-title").text(texts.get("learning.keys.title")))
                .add(list)
                .add(single)
                .add(HtmlElement.of("form")
                        .with("method", "dialog")
                        .add(HtmlElement.of("button", "c-button").text(texts.get("shared.close"))))
                .content();
    }
}
