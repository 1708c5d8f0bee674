package org.collegium.content;

import java.util.Locale;

/** What all writers of one text share. */
record TextWriting(Markup out, TextSurvey survey, Links links, Words words, Faults faults) {

    static TextWriting begin(TextSurvey survey, LinkResolver resolver, Faults faults, Locale language) {
        return new TextWriting(new Markup(), survey, new Links(resolver, survey, faults), new Words(language), faults);
    }

    /** Writes a link that leads to a page of someone else, in place of what would have been shown within this one. */
    void card(String kind, String address, String title) {
        out.open("a", "class", "external-card", "data-kind", kind, "href", address, "rel", "noopener noreferrer")
                .open("span", "class", "external-card-kind")
                .text(words.get("content.text.external-" + kind))
                .close("span")
                .text(" ")
                .open("span", "class", "external-card-title")
                .text(title.isBlank() ? Videos.host(address) : title.strip())
                .close("span")
                .close("a");
    }

    /** Writes what was meant to be a link or a picture but leads nowhere. */
    void broken(String text) {
        out.open("span", "class", "broken").text(text).close("span");
    }

    /** Opens a link. */
    void link(LinkTarget target, String title) {
        boolean outward = target.url().matches("(?i)(https?:)?//.*");
        out.open(
                "a",
                "href",
                target.url(),
                "title",
                title,
                "class",
                outward ? "external" : target.download() ? "download" : "",
                "rel",
                outward ? "noopener noreferrer" : "",
                target.download() ? "download" : "class",
                target.download() ? "download" : "");
    }

    void math(String tex, boolean display) {
        out.open("span", "class", "math", "data-display", String.valueOf(display))
                .text(tex)
                .close("span");
    }

    void code(String literal, String language) {
        String name = language.replaceAll("[^\\w+#.-]", "");
        out.line()
                .open("pre", "tabindex", "0")
                .open("code", "class", name.isEmpty() ? "" : "language-" + name.toLowerCase(Locale.ROOT))
                .text(literal)
                .close("code")
                .close("pre")
                .line();
    }
}
