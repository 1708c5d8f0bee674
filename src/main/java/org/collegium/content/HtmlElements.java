package org.collegium.content;

import java.util.Set;

/** Which elements and attributes of raw HTML may stay in a text. */
final class HtmlElements {

    /** What becomes of an element of raw HTML. */
    enum Fate {
        KEPT,
        /** A page of someone else within the page. */
        FRAME,
        /** Left out together with what is inside. */
        LEFT_OUT,
        /** Its tags are left out, what is inside stays. */
        UNWRAPPED,
        /** No element at all: text that happens to look like one. */
        TEXT
    }

    private static final Set<String> KEPT = Set.of(
            "a",
            "abbr",
            "article",
            "aside",
            "audio",
            "b",
            "bdi",
            "bdo",
            "blockquote",
            "br",
            "caption",
            "center",
            "cite",
            "code",
            "col",
            "colgroup",
            "dd",
            "del",
            "details",
            "dfn",
            "div",
            "dl",
            "dt",
            "em",
            "figcaption",
            "figure",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "i",
            "img",
            "ins",
            "kbd",
            "li",
            "mark",
            "ol",
            "p",
            "picture",
            "pre",
            "q",
            "rp",
            "rt",
            "ruby",
            "s",
            "samp",
            "section",
            "small",
            "source",
            "span",
            "strike",
            "strong",
            "sub",
            "summary",
            "sup",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "time",
            "tr",
            "track",
            "tt",
            "u",
            "ul",
            "var",
            "video",
            "wbr");
    private static final Set<String> FRAMES = Set.of("iframe", "object", "embed", "frame");
    private static final Set<String> LEFT_OUT = Set.of(
            "script",
            "style",
            "template",
            "svg",
            "math",
            "applet",
            "textarea",
            "select",
            "title",
            "head",
            "noembed",
            "noframes",
            "noscript",
            "xmp",
            "plaintext",
            "dialog");
    private static final Set<String> UNWRAPPED = Set.of(
            "html",
            "body",
            "main",
            "nav",
            "form",
            "input",
            "button",
            "label",
            "fieldset",
            "legend",
            "option",
            "link",
            "meta",
            "base",
            "basefont",
            "font",
            "big",
            "marquee",
            "blink",
            "nobr",
            "frameset",
            "param",
            "canvas",
            "map",
            "area",
            "address",
            "hgroup",
            "menu",
            "meter",
            "output",
            "progress",
            "search",
            "slot",
            "data",
            "datalist",
            "acronym",
            "dir",
            "keygen",
            "portal",
            "bgsound",
            "image",
            "isindex",
            "spacer");

    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "title",
            "lang",
            "dir",
            "width",
            "height",
            "align",
            "colspan",
            "rowspan",
            "scope",
            "open",
            "start",
            "reversed",
            "type",
            "datetime",
            "href",
            "src",
            "alt",
            "name",
            "controls",
            "poster",
            "headers",
            "cite",
            "span");
    /** Presentation that the page decides itself; leaving it out loses nothing that was said. */
    private static final Set<String> UNNEEDED = Set.of(
            "class",
            "style",
            "target",
            "rel",
            "loading",
            "decoding",
            "border",
            "cellpadding",
            "cellspacing",
            "valign",
            "bgcolor",
            "markdown",
            "frameborder",
            "color",
            "srcset",
            "sizes",
            "media",
            "role",
            "tabindex",
            "clear",
            "nowrap",
            "summary",
            "hspace",
            "vspace",
            "referrerpolicy",
            "crossorigin",
            "download",
            "hreflang",
            "itemprop",
            "itemscope",
            "itemtype",
            "allowfullscreen",
            "autoplay",
            "muted",
            "loop",
            "playsinline",
            "preload",
            "kind",
            "srclang",
            "label",
            "default",
            "translate",
            "hidden",
            "draggable",
            "spellcheck");

    private HtmlElements() {}

    static Fate fate(String name) {
        if (KEPT.contains(name)) {
            return Fate.KEPT;
        }
        if (FRAMES.contains(name)) {
            return Fate.FRAME;
        }
        if (LEFT_OUT.contains(name)) {
            return Fate.LEFT_OUT;
        }
        return UNWRAPPED.contains(name) ? Fate.UNWRAPPED : Fate.TEXT;
    }

    static boolean keeps(String attribute) {
        return ATTRIBUTES.contains(attribute) || attribute.startsWith("aria-");
    }

    static boolean unneeded(String attribute) {
        return UNNEEDED.contains(attribute) || attribute.startsWith("data-");
    }

    static boolean empty(String name) {
        return Set.of("br", "hr", "img", "col", "source", "track", "wbr", "embed", "frame")
                .contains(name);
    }
}
