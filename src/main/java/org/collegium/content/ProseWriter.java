package org.collegium.content;

import java.util.Locale;
import java.util.Optional;
import org.collegium.content.Place.Origin;
import org.collegium.content.markdown.Directive;
import org.collegium.content.markdown.MathBlock;
import org.collegium.content.markdown.StrayFence;
import org.collegium.content.markdown.Target;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** Writes the tree of one text, or of one cell of a notebook, as HTML that is still to be sanitised. */
final class ProseWriter extends InlineWriter {

    ProseWriter(TextWriting writing, Origin origin) {
        super(writing, origin);
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
                        "group",
                        "tabindex",
                        "0",
                        "aria-label",
                        writing.words().get("content.text.table"));
        wrap(table, "table");
        out.close("div").line();
    }
}
