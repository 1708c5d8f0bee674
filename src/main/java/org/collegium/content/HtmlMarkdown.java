package org.collegium.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Says in Markdown what HTML says. What Markdown has no words for is reported; its text stays. */
public final class HtmlMarkdown {

    /** Hears of what is lost, and finds the files that pictures show. */
    public interface Listener {

        /** Something is shown more plainly. */
        void plainer(String tag);

        /** Something is not there any more. */
        void lost(String tag);

        /** The path of a picture here; empty, and reported, when it is lost. */
        Optional<String> picture(String source);

        /** Where a link leads here that is none to another site; empty when it is lost, which is reported. */
        default Optional<String> link(String target) {
            return Optional.empty();
        }

        /** Markdown for something that is embedded; empty when it is lost, which is reported. */
        default Optional<String> embedded(Element element) {
            return Optional.empty();
        }
    }

    private static final int DEEPEST = 60;
    private static final Set<String> BLOCKS =
            Set.of(("address article aside blockquote caption dd details div dl dt figcaption figure "
                            + "footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td "
                            + "tfoot th thead tr ul")
                    .split(" "));

    private static final Set<String> SILENT =
            Set.of(("abbr address article aside bdi bdo caption cite dd dfn div dl dt figcaption figure "
                            + "footer header label main p section span time var wbr")
                    .split(" "));

    private static final Set<String> GONE =
            Set.of(("applet audio canvas embed iframe input math object script select style svg textarea " + "video")
                    .split(" "));

    private final Listener listener;
    private final HtmlParts parts;
    private final HtmlTables tables;
    /** Above zero where all must stand in one line. */
    private int lines;

    private HtmlMarkdown(Listener listener) {
        this.listener = listener;
        parts = new HtmlParts(DEEPEST, listener, this::said, this::inline, MarkdownText::tidied);
        tables = new HtmlTables(listener, this::blocks, this::inline);
    }

    public static String of(String html, Listener listener) {
        Document document = Jsoup.parseBodyFragment(html);
        return new HtmlMarkdown(listener).blocks(document.body()).strip();
    }

    private String blocks(Element parent) {
        return String.join("\n\n", parts.in(parent));
    }

    static boolean block(Element element) {
        return BLOCKS.contains(element.normalName());
    }

    private String said(Element element) {
        return switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                MarkdownParts.heading(blocks(element), element.normalName().charAt(1) - '0');
            case "hr" -> "---";
            case "ul", "ol" -> list(element);
            case "pre" -> MarkdownParts.code(element);
            case "blockquote" -> MarkdownParts.indented(blocks(element), "> ", "> ");
            case "table" -> tables.of(element);
            case "dt" -> MarkdownText.tidied(HtmlStyle.hasBold(element) ? inside(element) : marked(element, "**"));
            case "details" -> lines > 0 || HtmlStyle.isInCell(element) ? blocks(element) : folded(element);
            default -> {
                look(element);
                yield blocks(element);
            }
        };
    }

    /** What readers open; the fence is longer than those inside. */
    private String folded(Element details) {
        Element summary = details.firstElementChild();
        String title = "";
        if (summary != null && summary.normalName().equals("summary")) {
            title = MarkdownText.tidied(inside(summary).replace("\\\n", " ").replace('\n', ' '));
            summary.remove();
        }
        String body = blocks(details);
        if (body.isEmpty() || title.isEmpty()) {
            return title + body;
        }
        return MarkdownParts.folded(title, body);
    }

    /** Reports a look that text alone does not have. */
    private void look(Element element) {
        String name = element.normalName();
        if (!SILENT.contains(name)) {
            listener.plainer(name);
        } else if (!element.attr("style").isBlank()) {
            listener.plainer(name + " style");
        }
    }

    /** A list directly inside a list is how editors indent: it belongs to the point before, or is all that there is. */
    private String list(Element list) {
        boolean ordered = list.normalName().equals("ol");
        List<String> items = new ArrayList<>();
        boolean loose = false;
        int number = ordered && list.attr("start").matches("\\d{1,6}") ? Integer.parseInt(list.attr("start")) : 1;
        String indent = "";
        for (Element item : list.children()) {
            boolean inner = item.normalName().equals("ul") || item.normalName().equals("ol");
            String text = item.normalName().equals("li") ? blocks(item) : parts.block(item);
            loose |= text.contains("\n\n");
            if (inner && indent.isEmpty()) {
                items.add(text);
            } else if (inner) {
                loose = true;
                items.add(items.removeLast() + "\n\n" + MarkdownParts.indented(text, indent, indent));
            } else {
                String mark = ordered ? number++ + ". " : "- ";
                indent = " ".repeat(mark.length());
                items.add(MarkdownParts.indented(text, mark, indent));
            }
        }
        return String.join(loose ? "\n\n" : "\n", items);
    }

    private String inline(Node node) {
        if (node instanceof TextNode text) {
            return MarkdownText.of(text.getWholeText());
        }
        if (!(node instanceof Element element)) {
            return "";
        }
        return parts.deeper(element, this::inline, text -> text);
    }

    private String inline(Element element) {
        String name = element.normalName();
        return switch (name) {
            case "br" -> "\\\n";
            case "b", "strong" -> marked(element, "**");
            case "i", "em" -> marked(element, "*");
            case "code", "tt", "kbd", "samp" -> MarkdownParts.codeSpan(element.wholeText());
            case "sub", "sup", "mark", "del", "ins", "s" -> "<" + name + ">" + inside(element) + "</" + name + ">";
            case "q" -> "“" + inside(element) + "”";
            case "a" -> link(element);
            case "img" -> picture(element);
            case "math" -> formula(element);
            default -> {
                if (GONE.contains(name)) {
                    Optional<String> embedded = listener.embedded(element);
                    if (embedded.isPresent()) {
                        yield embedded.get();
                    }
                    listener.lost(name);
                    yield name.equals("script") || name.equals("style") ? "" : MarkdownText.of(element.wholeText());
                }
                yield styled(element);
            }
        };
    }

    private String styled(Element element) {
        Optional<String> mark = HtmlStyle.mark(element);
        if (mark.isEmpty()) {
            look(element);
        }
        return mark.map(found -> marked(element, found)).orElseGet(() -> inside(element));
    }

    /** Inline content; blocks that stand inside are joined by spaces. */
    private String inside(Element element) {
        StringBuilder line = new StringBuilder();
        lines++;
        for (Node child : element.childNodes()) {
            if (child instanceof Element block && block(block)) {
                line.append(' ').append(parts.block(block).replace('\n', ' ')).append(' ');
            } else {
                line.append(inline(child));
            }
        }
        lines--;
        return line.toString();
    }

    private String marked(Element element, String mark) {
        String words = inside(element);
        return HtmlStyle.clings(element)
                ? MarkdownParts.marked(words, HtmlStyle.opening(mark), HtmlStyle.closing(mark))
                : MarkdownParts.marked(words, mark, mark);
    }

    private String link(Element element) {
        String words = MarkdownText.tidied(inside(element));
        String target = element.attr("href").strip();
        if (target.isEmpty() || words.isEmpty()) {
            return words;
        }
        boolean elsewhere =
                target.startsWith("http://") || target.startsWith("https://") || target.startsWith("mailto:");
        Optional<String> address = listener.link(target).or(() -> elsewhere ? Optional.of(target) : Optional.empty());
        if (address.isEmpty()) {
            listener.lost("a " + target);
            return words;
        }
        return "[" + words + "](" + MarkdownText.address(address.get()) + ")";
    }

    private String picture(Element element) {
        if (element.hasAttr("data-equation-content")) {
            return "$" + element.attr("data-equation-content").strip() + "$";
        }
        String words = MarkdownText.tidied(MarkdownText.of(element.attr("alt")));
        return listener.picture(element.attr("src").strip())
                .map(path -> "![" + words + "](" + MarkdownText.address(path) + ")")
                .orElse(words);
    }

    /** The TeX that it has beside it, else what it says in TeX. */
    private String formula(Element math) {
        Element tex = math.selectFirst("annotation[encoding~=(?i)tex]");
        Optional<String> said =
                tex == null ? MathMlTex.of(math) : Optional.of(tex.wholeText().strip());
        if (said.isEmpty()) {
            listener.lost("math");
            return MarkdownText.of(math.wholeText());
        }
        String mark = math.attr("display").equals("block") ? "$$" : "$";
        return mark + said.get() + mark;
    }
}
