package org.collegium.content;

import java.util.regex.Pattern;
import org.owasp.html.AttributePolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The last step of every rendering: keeps only elements and attributes that are known to be harmless. */
final class Sanitiser {

    private static final Pattern ID = Pattern.compile(Slugs.PREFIX + "[\\p{L}\\p{M}\\p{N}_-]*");
    private static final Pattern CLASSES = Pattern.compile("[A-Za-z][\\w+#.-]*+(?: [A-Za-z][\\w+#.-]*+)*+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][\\w:.+-]*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,4}%?");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}+(?:-[A-Za-z0-9]{1,8}+)*+");
    private static final Pattern PICTURE_DATA =
            Pattern.compile("data:image/(?:png|jpeg|gif|webp|svg\\+xml);base64,[A-Za-z0-9+/=]*");

    private static final AttributePolicy NO_DATA =
            (element, attribute, value) -> value.regionMatches(true, 0, "data:", 0, 5) ? null : value;
    private static final AttributePolicy PICTURE = (element, attribute, value) -> {
        boolean data = value.regionMatches(true, 0, "data:", 0, 5);
        return !data || PICTURE_DATA.matcher(value).matches() ? value : null;
    };

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
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
                    "pre",
                    "q",
                    "rp",
                    "rt",
                    "ruby",
                    "s",
                    "samp",
                    "section",
                    "small",
                    "span",
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
                    "u",
                    "ul",
                    "var",
                    "video",
                    "wbr")
            .allowWithoutAttributes("a", "span", "img", "font")
            .allowUrlProtocols("http", "https", "mailto", "tel", "data")
            .allowAttributes("href")
            .matching(NO_DATA)
            .onElements("a")
            .allowAttributes("src")
            .matching(PICTURE)
            .onElements("img")
            .allowAttributes("src")
            .matching(NO_DATA)
            .onElements("video", "audio", "track")
            .allowAttributes("kind")
            .matching(true, "captions", "chapters")
            .onElements("track")
            .allowAttributes("label")
            .onElements("track")
            .allowAttributes("id")
            .matching(ID)
            .globally()
            .allowAttributes("class")
            .matching(CLASSES)
            .globally()
            .allowAttributes("data-kind", "data-display", "data-directive", "data-state", "data-cell")
            .matching(WORD)
            .globally()
            .allowAttributes("title", "aria-label")
            .globally()
            .allowAttributes("lang")
            .matching(LANGUAGE)
            .globally()
            .allowAttributes("dir")
            .matching(true, "ltr", "rtl", "auto")
            .globally()
            .allowAttributes("rel")
            .matching(false, "noopener noreferrer")
            .onElements("a")
            .allowAttributes("download")
            .onElements("a")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("loading")
            .matching(true, "lazy")
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(LENGTH)
            .onElements("img", "video", "table", "td", "th", "col")
            .allowAttributes("align")
            .matching(true, "left", "right", "center", "justify")
            .onElements("div", "p", "td", "th", "tr", "table", "img", "h2", "h3", "h4", "h5", "h6")
            .allowAttributes("colspan", "rowspan", "start")
            .matching(NUMBER)
            .onElements("td", "th", "ol")
            .allowAttributes("scope")
            .matching(true, "col", "row", "colgroup", "rowgroup")
            .onElements("th")
            .allowAttributes("reversed")
            .onElements("ol")
            .allowAttributes("open")
            .onElements("details")
            .allowAttributes("datetime")
            .onElements("time", "ins", "del")
            .allowAttributes("controls")
            .onElements("video", "audio")
            .allowAttributes("preload")
            .matching(true, "metadata", "none")
            .onElements("video", "audio")
            .allowAttributes("role")
            .matching(false, "region", "img", "note", "group")
            .onElements("div", "span", "section")
            .allowAttributes("tabindex")
            .matching(false, "0")
            .onElements("div", "pre")
            .toFactory();

    private Sanitiser() {}

    static String clean(String html) {
        return POLICY.sanitize(html);
    }
}
