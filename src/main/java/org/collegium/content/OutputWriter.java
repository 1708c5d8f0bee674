package org.collegium.content;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.collegium.content.Notebook.Output;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Writes what running a cell gave. Nothing of it is ever run again. */
final class OutputWriter {

    /** Characters of text that are shown; the rest is left out from the middle, and said to be. */
    static final int LONGEST_TEXT = 20_000;

    private static final String DISPLAYED = "\\displaystyle";
    private static final int KEPT_END = 4_000;
    private static final int LONGEST_HTML = 400_000;
    private static final int DEEPEST_HTML = 100;
    private static final Set<String> ENDING_SILENTLY = Set.of(
            "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "input", "meta", "link");
    private static final int LARGEST_PICTURE = 8_000_000;
    private static final List<String> PICTURES = List.of("image/png", "image/jpeg", "image/gif", "image/webp");
    private static final Set<String> SCRIPTED = Set.of("application/javascript", "text/javascript");
    private static final Pattern SCRIPTED_HTML =
            Pattern.compile("(?i)<(?:script|iframe|object|embed|canvas|form|button|input)\\b");
    /** Tables that pandas makes; what some notebook servers put around them needs scripts, they do not. */
    private static final Pattern DATA_FRAME = Pattern.compile("<table[^<>]*?class=[\"']dataframe");

    private final TextWriting writing;

    OutputWriter(TextWriting writing) {
        this.writing = writing;
    }

    /** The Markdown among the representations, when it is what will be shown. */
    static Optional<String> markdown(Output output) {
        return output instanceof Output.Shown shown && !tableOrPlainHtml(shown.representations())
                ? Optional.ofNullable(shown.representations().get("text/markdown"))
                : Optional.empty();
    }

    void write(Output output, Place place) {
        switch (output) {
            case Output.Printed printed -> text(TerminalText.plain(printed.text()), place);
            case Output.Failed failed -> failed(failed, place);
            case Output.Shown shown -> shown(shown, place);
        }
    }

    private void failed(Output.Failed failed, Place place) {
        String traceback = TerminalText.plain(failed.traceback()).strip();
        String last = failed.name() + (failed.message().isEmpty() ? "" : ": " + TerminalText.plain(failed.message()));
        text(traceback.isEmpty() ? last : traceback, place);
    }

    private void shown(Output.Shown shown, Place place) {
        Map<String, String> kinds = shown.representations();
        if (tableOrPlainHtml(kinds)) {
            html(kinds.getOrDefault("text/html", ""));
            return;
        }
        Optional<String> picture = PICTURES.stream().filter(kinds::containsKey).findFirst();
        if (kinds.containsKey("image/svg+xml")) {
            byte[] svg = kinds.getOrDefault("image/svg+xml", "").getBytes(StandardCharsets.UTF_8);
            picture("image/svg+xml", Base64.getEncoder().encodeToString(svg), shown.alternative(), place);
        } else if (picture.isPresent()) {
            picture(picture.get(), kinds.getOrDefault(picture.get(), ""), shown.alternative(), place);
        } else if (kinds.containsKey("text/latex")) {
            formula(kinds.getOrDefault("text/latex", ""));
        } else {
            plain(kinds, place);
        }
    }

    /** Whether the HTML can be shown as it looks: it needs no script, and no style sheet unless it is a table. */
    private static boolean tableOrPlainHtml(Map<String, String> kinds) {
        String html = kinds.getOrDefault("text/html", "");
        return !html.isBlank()
                && html.length() <= LONGEST_HTML
                && (!SCRIPTED_HTML.matcher(html).find()
                        || DATA_FRAME.matcher(html).find())
                && (html.contains("<table") || !html.contains("<style"))
                && depth(html) <= DEEPEST_HTML;
    }

    /** How deeply elements lie inside one another at most, those left out whose ends are often left out too. */
    private static int depth(String html) {
        int depth = 0;
        int deepest = 0;
        for (RawHtml.Piece piece : RawHtml.pieces(html)) {
            if (piece instanceof RawHtml.Piece.Opening tag && counts(tag.name())) {
                depth++;
            } else if (piece instanceof RawHtml.Piece.Closing tag && counts(tag.name())) {
                depth--;
            }
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    private static boolean counts(String element) {
        return !HtmlElements.empty(element) && !ENDING_SILENTLY.contains(element);
    }

    private void plain(Map<String, String> kinds, Place place) {
        boolean scripted = kinds.keySet().stream().anyMatch(OutputWriter::scripted)
                || SCRIPTED_HTML.matcher(kinds.getOrDefault("text/html", "")).find();
        String text = kinds.getOrDefault("text/plain", kinds.getOrDefault("application/json", ""));
        if (!text.isBlank()) {
            text(TerminalText.plain(text), place);
        }
        if (scripted) {
            note("content.text.output-scripted");
            writing.faults().add(place, "notebook-output-scripted");
        } else if (kinds.containsKey("text/html")) {
            if (text.isBlank()) {
                dropped("text/html", place);
            }
        } else if (text.isBlank() && !kinds.isEmpty() && !kinds.containsKey("text/plain")) {
            dropped(String.join(", ", kinds.keySet().stream().sorted().toList()), place);
        }
    }

    private static boolean scripted(String kind) {
        return SCRIPTED.contains(kind)
                || kind.startsWith("application/vnd.jupyter.widget")
                || kind.startsWith("application/vnd.plotly")
                || kind.startsWith("application/vnd.bokeh")
                || kind.startsWith("application/vnd.vega");
    }

    private void dropped(String kind, Place place) {
        note("content.text.output-dropped", kind);
        writing.faults().add(place, "notebook-output-dropped", kind);
    }

    private void note(String key, Object... arguments) {
        writing.out()
                .open("p", "class", "cell-note")
                .text(writing.words().get(key, arguments))
                .close("p");
    }

    private void text(String text, Place place) {
        if (text.length() <= LONGEST_TEXT) {
            pre(text);
            return;
        }
        int end = Math.max(0, text.lastIndexOf('\n', LONGEST_TEXT - KEPT_END));
        int head = end < LONGEST_TEXT / 2 ? LONGEST_TEXT - KEPT_END : end;
        int tail = text.length() - KEPT_END;
        pre(text.substring(0, head));
        note("content.text.output-shortened", tail - head, text.length());
        pre(text.substring(tail));
        writing.faults().add(place, "notebook-output-shortened", text.length());
    }

    private void pre(String text) {
        writing.out()
                .open("pre", "class", "cell-text", "tabindex", "0")
                .text(text.stripTrailing())
                .close("pre")
                .line();
    }

    private void picture(String type, String base64, String alternative, Place place) {
        String data = base64.replaceAll("[^A-Za-z0-9+/=]", "");
        if (data.length() > LARGEST_PICTURE) {
            dropped(type, place);
            return;
        }
        writing.out()
                .open("p", "class", "cell-picture")
                .image(
                        "data:" + type + ";base64," + data,
                        alternative.isEmpty() ? writing.words().get("content.text.picture-output") : alternative,
                        "",
                        "")
                .close("p");
    }

    private void formula(String latex) {
        String tex = formulaIn(latex.strip());
        writing.out().open("p", "class", "formula");
        writing.math(tex, true);
        writing.out().close("p");
    }

    /** The formula between the dollars that may be around it. */
    private static String formulaIn(String latex) {
        int start = 0;
        while (start < latex.length() && latex.charAt(start) == '$') {
            start++;
        }
        int end = latex.length();
        while (end > start && latex.charAt(end - 1) == '$') {
            end--;
        }
        String inside = latex.substring(start, end);
        return (start > 0 && inside.startsWith(DISPLAYED) ? inside.substring(DISPLAYED.length()) : inside).strip();
    }

    private void html(String source) {
        Document page = Jsoup.parseBodyFragment(source);
        page.select("style, script, link, meta, title, svg, button, form, input")
                .remove();
        for (Element element : page.body().getAllElements()) {
            element.removeAttr("class").removeAttr("id").removeAttr("name").removeAttr("style");
        }
        page.select("a:not([href^=http]), img:not([src^=data:image/])").forEach(Element::unwrap);
        page.select("h1, h2, h3, h4, h5, h6").tagName("p");
        page.select("th:empty").tagName("td");
        page.select("table table").forEach(Element::unwrap);
        page.select("table")
                .forEach(table -> table.wrap("<div class=\"table-region\" role=\"group\" tabindex=\"0\"></div>"));
        page.select("div.table-region").attr("aria-label", writing.words().get("content.text.table"));
        page.outputSettings().prettyPrint(false);
        writing.out().verbatim(page.body().html()).line();
    }
}
