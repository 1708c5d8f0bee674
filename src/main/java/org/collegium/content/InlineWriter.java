package org.collegium.content;

import java.util.Locale;
import java.util.Optional;
import org.collegium.content.Place.Origin;
import org.collegium.content.markdown.Attributes;
import org.collegium.content.markdown.DeepText;
import org.collegium.content.markdown.DirectiveTitle;
import org.collegium.content.markdown.InlineMath;
import org.collegium.content.markdown.Role;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Writes what stands within a line: text, links, formulas, pictures, roles. */
abstract class InlineWriter extends AbstractVisitor {

    final TextWriting writing;
    final Markup out;
    final Origin origin;
    final PictureWriter pictures;
    final DirectiveWriter directives;
    final RawHtmlWriter raw;
    final NoteWriter notes;

    InlineWriter(TextWriting writing, Origin origin) {
        this.writing = writing;
        this.origin = origin;
        out = writing.out();
        pictures = new PictureWriter(writing, origin);
        directives = new DirectiveWriter(writing, origin, pictures, this);
        raw = new RawHtmlWriter(writing, origin, pictures);
        notes = new NoteWriter(writing, origin.cell());
    }

    /**
     * Writes what is inside a node, but for the title of a directive, which the directive writes itself, and for what stands in for a film or
     * sound that is shown.
     */
    final void children(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (!(node instanceof DirectiveTitle) && (!raw.isPlaying() || node instanceof HtmlInline)) {
                node.accept(this);
            }
        }
    }

    final void wrap(Node node, String element, String... attributes) {
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
}
