package org.collegium.assessment.exchange;

import java.util.List;
import java.util.regex.Pattern;
import org.collegium.content.TexMarks;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown as XHTML for formats that know nothing else. Formulas stand in it as MathJax finds them. */
final class MarkdownXhtml {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER =
            Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(60).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();

    private static final Pattern SCRIPT = Pattern.compile("&lt;(sub|sup)&gt;([^&<]*+)&lt;/\\1&gt;");

    private MarkdownXhtml() {}

    /** Blocks of XHTML; the marks of {@code sealed} stay in it. */
    static String blocks(String markdown, Sealed sealed) {
        String text = TexMarks.fromDollars(
                markdown,
                (tex, display) -> sealed.put(HtmlText.escaped(display ? "\\[" + tex + "\\]" : "\\(" + tex + "\\)")),
                rest -> rest);
        StringBuilder html = new StringBuilder();
        RENDERER.render(PARSER.parse(text), html);
        String found = SCRIPT.matcher(html).replaceAll("<$1>$2</$1>");
        return characters(found).strip();
    }

    static String blocks(String markdown) {
        Sealed sealed = new Sealed();
        return sealed.open(blocks(Sealed.without(markdown), sealed));
    }

    /** The same, without the paragraph around it where it is only one. */
    static String inline(String markdown) {
        String html = blocks(markdown);
        boolean one = html.startsWith("<p>") && html.indexOf("<p>", 1) < 0 && html.endsWith("</p>");
        return one ? html.substring(3, html.length() - 4) : html;
    }

    private static String characters(String html) {
        StringBuilder out = new StringBuilder(html.length());
        html.codePoints().filter(HtmlText::inXml).forEach(out::appendCodePoint);
        return out.toString();
    }
}
