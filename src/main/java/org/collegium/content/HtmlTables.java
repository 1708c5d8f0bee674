package org.collegium.content;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Says HTML tables in Markdown, whose cells hold one line; tables that only put things beside each other become a text. */
final class HtmlTables {

    private static final int DEEPEST = 40;
    private static final String BREAK = "<br>";
    private static final String HEADINGS = "h1, h2, h3, h4, h5, h6";

    private final HtmlMarkdown.Listener listener;
    private final Function<Element, String> blocks;
    private final HtmlParts parts;

    /**
     * @param blocks says what is inside an element as blocks
     * @param inline says a node within a line
     */
    HtmlTables(HtmlMarkdown.Listener listener, Function<Element, String> blocks, Function<Node, String> inline) {
        this.listener = listener;
        this.blocks = blocks;
        parts = new HtmlParts(DEEPEST, listener, this::said, inline, HtmlTables::line);
    }

    String of(Element table) {
        List<Element> rows = table.select("tr").stream()
                .filter(row -> table.equals(row.closest("table")))
                .toList();
        List<Element> cells = rows.stream()
                .flatMap(row -> row.children().stream())
                .filter(cell -> cell.nameIs("td") || cell.nameIs("th"))
                .toList();
        if (cells.isEmpty()) {
            listener.plainer("table");
            return blocks.apply(table);
        }
        Stream<String> caption = table.children().stream()
                .filter(child -> child.nameIs("caption"))
                .map(blocks);
        if (isLayout(table, rows, cells)) {
            listener.plainer("table");
            return joined(Stream.concat(caption, cells.stream().map(blocks)));
        }
        return joined(Stream.concat(caption, Stream.of(lines(rows))));
    }

    private static String joined(Stream<String> texts) {
        return texts.filter(text -> !text.isBlank()).collect(Collectors.joining("\n\n"));
    }

    /** Without names of columns and with what no cell can hold; a table in a table too. */
    private static boolean isLayout(Element table, List<Element> rows, List<Element> cells) {
        boolean named = table.selectFirst("th, caption") != null;
        boolean whole = rows.size() == 1 || cells.size() == rows.size();
        return cells.stream().anyMatch(cell -> cell.selectFirst("table") != null)
                || (!named
                        && whole
                        && cells.stream()
                                .anyMatch(cell -> cell.selectFirst(HEADINGS + ", ul, ol, pre, p + p") != null));
    }

    private String lines(List<Element> rows) {
        List<List<String>> texts = new ArrayList<>();
        int columns = 0;
        for (Element row : rows) {
            List<String> cells = new ArrayList<>();
            for (Element cell : row.children()) {
                if (!cell.attr("colspan").isEmpty() || !cell.attr("rowspan").isEmpty()) {
                    listener.plainer("table colspan/rowspan");
                }
                cells.add(cell(cell).replace("|", "\\|"));
            }
            columns = Math.max(columns, cells.size());
            texts.add(cells);
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            for (int column = 0; column < columns; column++) {
                out.append("| ")
                        .append(column < texts.get(i).size() ? texts.get(i).get(column) : "")
                        .append(' ');
            }
            out.append("|\n").append(i == 0 ? "| --- ".repeat(columns) + "|\n" : "");
        }
        return out.toString().stripTrailing();
    }

    /** One line; what stood below each other is broken, headings are bold, points have their dots. */
    private String cell(Element cell) {
        return String.join(BREAK, parts.in(cell));
    }

    private String said(Element element) {
        return switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> "**" + cell(element) + "**";
            case "li" -> "• " + cell(element);
            case "pre" ->
                String.join(
                        BREAK,
                        element.wholeText()
                                .lines()
                                .map(MarkdownParts::codeSpan)
                                .filter(code -> !code.isEmpty())
                                .toList());
            case "hr" -> "";
            default -> cell(element);
        };
    }

    private static String line(String words) {
        return MarkdownText.tidied(words).replace("\\\n", BREAK).replace('\n', ' ');
    }
}
