package org.collegium.content;

import java.util.Locale;
import java.util.Optional;
import org.collegium.content.Place.Origin;
import org.collegium.content.markdown.Attributes;
import org.collegium.content.markdown.DeepText;
import org.collegium.content.markdown.Directive;
import org.collegium.content.markdown.DirectiveTitle;
import org.collegium.content.markdown.InlineMath;
import org.collegium.content.markdown.MathBlock;
import org.collegium.content.markdown.Role;
import org.collegium.content.markdown.StrayFence;
import org.collegium.content.markdown.Target;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/** Writes the tree of one text, or of one cell of a notebook, as HTML that is still to be sanitised. */
final class ProseWriter extends AbstractVisitor {

    private final TextWriting writing;
    private final Markup out;
    private final Origin origin;
    private final PictureWriter pictures;
    private final DirectiveWriter directives;
    private final RawHtmlWriter raw;
    private final NoteWriter notes;

    ProseWriter(TextWriting writing, Origin origin) {
        this.writing = writing;
        this.origin = origin;
        out = writing.out();
        pictures = new PictureWriter(writing, origin);
        directives = new DirectiveWriter(writing, origin, pictures, this);
        raw = new RawHtmlWriter(writing, origin, pictures);
        notes = new NoteWriter(writing, origin.cell());
    }

    void write(Node document) {
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof FootnoteDefinition definition) {
                notes.define(definition);
            }
        }
        children(document);
        notes.writeAll(this::children);
    }

    /** Writes what is inside a node, but for the title of a directive, which the directive writes itself. */
    void children(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (!(node instanceof DirectiveTitle)) {
                node.accept(this);
            }
        }
    }

    private void wrap(Node node, String element, String... attributes) {
        boolean block = node instanceof Block;
        if (block) {
            out.line();
        }
        out.open(element, attributes);
        children(node);
        out.close(element);
        if (block) {
            out.line();
        }
    }

    @Override
    public void visit(Heading heading) {
        writing.survey()
                .heading(heading)
                .ifPresent(rendered -> wrap(heading, "h" + rendered.level(), "id", rendered.id()));
    }

    @Override
    public void visit(Paragraph paragraph) {
        Optional<Image> figure = PictureWriter.alone(paragraph);
        if (figure.isPresent()) {
            pictures.figure(figure.get());
        } else if (tight(paragraph)) {
            children(paragraph);
        } else {
            wrap(paragraph, "p");
        }
    }

    private static boolean tight(Paragraph paragraph) {
        return paragraph.getParent() instanceof ListItem item
                && item.getParent() instanceof ListBlock list
                && list.isTight();
    }

    @Override
    public void visit(BlockQuote quote) {
        wrap(quote, "blockquote");
    }

    @Override
    public void visit(BulletList list) {
        wrap(list, "ul", "class", tasks(list) ? "tasks" : "");
    }

    private static boolean tasks(ListBlock list) {
        return list.getFirstChild() != null && list.getFirstChild().getFirstChild() instanceof TaskListItemMarker;
    }

    @Override
    public void visit(OrderedList list) {
        Integer start = list.getMarkerStartNumber();
        wrap(list, "ol", "start", start == null || start == 1 ? "" : String.valueOf(start));
    }

    @Override
    public void visit(ListItem item) {
        wrap(item, "li");
    }

    @Override
    public void visit(ThematicBreak rule) {
        out.line().open("hr").line();
    }

    @Override
    public void visit(FencedCodeBlock block) {
        writing.code(block.getLiteral(), language(block.getInfo()));
    }

    private static String language(String info) {
        String first = info == null ? "" : info.strip().split("[\\s,]", 2)[0];
        return first.replaceAll("^\\{\\.?|\\}.*$", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        writing.code(block.getLiteral(), "");
    }

    @Override
    public void visit(HtmlBlock block) {
        out.line();
        raw.write(block, block.getLiteral());
        out.line();
    }

    @Override
    public void visit(HtmlInline inline) {
        raw.write(inline, inline.getLiteral());
    }

    @Override
    public void visit(Text text) {
        if (text instanceof DeepText) {
            writing.faults().add(origin.of(text), "too-deep");
        }
        out.text(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        out.open("code").text(code.getLiteral()).close("code");
    }

    @Override
    public void visit(Emphasis emphasis) {
        wrap(emphasis, "em");
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        wrap(emphasis, "strong");
    }

    @Override
    public void visit(SoftLineBreak soft) {
        out.verbatim("\n");
    }

    @Override
    public void visit(HardLineBreak hard) {
        out.open("br").verbatim("\n");
    }

    @Override
    public void visit(Image image) {
        pictures.inline(image);
    }

    @Override
    public void visit(Link link) {
        Optional<LinkTarget> target =
                writing.links().resolve(link.getDestination(), Reference.Kind.LINK, origin.of(link));
        if (target.isPresent()) {
            writing.link(target.get(), link.getTitle() == null ? "" : link.getTitle());
            if (link.getFirstChild() == null) {
                out.text(
                        target.get().title().isEmpty()
                                ? link.getDestination()
                                : target.get().title());
            }
            children(link);
            out.close("a");
        } else {
            wrap(link, "span", "class", "broken");
        }
    }

    @Override
    public void visit(CustomNode node) {
        switch (node) {
            case InlineMath math -> writing.math(math.tex(), math.display());
            case Role role -> directives.write(role);
            case Attributes attributes -> attributes(attributes);
            case Strikethrough strike -> wrap(strike, "del");
            case FootnoteReference reference -> notes.call(reference);
            case TaskListItemMarker marker -> task(marker);
            case TableHead head -> wrap(head, "thead");
            case TableBody body -> wrap(body, "tbody");
            case TableRow row -> wrap(row, "tr");
            case TableCell cell -> cell(cell);
            default -> children(node);
        }
    }

    private void attributes(Attributes attributes) {
        boolean used = attributes.getPrevious() instanceof Image
                || attributes.getPrevious() instanceof Link
                || attributes.getPrevious() instanceof Code
                || (attributes.getParent() instanceof Heading && attributes.getNext() == null);
        if (!used) {
            out.text(attributes.literal());
        }
    }

    private void task(TaskListItemMarker marker) {
        String state = marker.isChecked() ? "done" : "open";
        out.open(
                        "span",
                        "class",
                        "task",
                        "data-state",
                        state,
                        "role",
                        "img",
                        "aria-label",
                        writing.words().get("content.text.task-" + state))
                .text(marker.isChecked() ? "☑" : "☐")
                .close("span")
                .text(" ");
    }

    private void cell(TableCell cell) {
        String align =
                cell.getAlignment() == null ? "" : cell.getAlignment().name().toLowerCase(Locale.ROOT);
        boolean header = cell.isHeader() && cell.getFirstChild() != null;
        wrap(cell, header ? "th" : "td", "scope", header ? "col" : "", "align", align);
    }

    @Override
    public void visit(CustomBlock block) {
        switch (block) {
            case Directive directive -> directives.write(directive);
            case MathBlock math -> formula(math);
            case Target target ->
                writing.survey()
                        .anchor(target.label())
                        .ifPresent(anchor -> out.open("span", "class", "target", "id", anchor.id())
                                .close("span"));
            case StrayFence stray -> writing.faults().add(origin.of(stray), "directive-stray");
            case FootnoteDefinition definition -> {}
            case TableBlock table -> table(table);
            default -> children(block);
        }
    }

    private void formula(MathBlock math) {
        if (math.closed()) {
            directives.formula(math.tex(), math.label());
        } else {
            writing.faults().add(origin.of(math), "math-unclosed");
            writing.code(math.tex(), "latex");
        }
    }

    private void table(TableBlock table) {
        out.line()
                .open(
                        "div",
                        "class",
                        "table-region",
                        "role",
                        "region",
                        "tabindex",
                        "0",
                        "aria-label",
                        writing.words().get("content.text.table"));
        wrap(table, "table");
        out.close("div").line();
    }
}
