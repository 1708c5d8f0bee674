package org.collegium.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collegium.content.Place.Origin;
import org.collegium.content.markdown.Attributes;
import org.collegium.content.markdown.Directive;
import org.collegium.content.markdown.InlineMath;
import org.collegium.content.markdown.MathBlock;
import org.collegium.content.markdown.Role;
import org.collegium.content.markdown.Target;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Reads a text, or all texts of a notebook, before it is rendered: counts what is in it, gives its headings their ids and
 * levels, and finds the labels to which references may point.
 */
final class TextSurvey extends AbstractVisitor {

    private final Anchors anchors = new Anchors();
    private final Headings headings;
    private final List<Reference> references = new ArrayList<>();
    private final ReadingTime time = new ReadingTime();
    private Origin origin = Origin.FILE;
    private int figures;
    private int formulas;
    private int codeBlocks;
    private int tables;
    private int admonitions;
    private int codeCells;

    /** Begins a survey of a text whose front matter gives a title, which may be empty. */
    TextSurvey(String givenTitle) {
        headings = new Headings(givenTitle, anchors);
    }

    void read(Node document, Origin from) {
        origin = from;
        document.accept(this);
    }

    void readCodeCell(String code) {
        codeCells++;
        time.code(code);
    }

    TextFacts facts() {
        return new TextFacts(
                time.words(),
                time.minutes(figures, formulas),
                figures,
                formulas,
                codeBlocks,
                tables,
                admonitions,
                codeCells,
                headings.inOrder(),
                anchors.labels(),
                references);
    }

    String title() {
        return headings.title();
    }

    /** The heading as it is rendered, or empty when it is the title. */
    Optional<org.collegium.content.Heading> heading(Node node) {
        return headings.of(node);
    }

    /** The place with a label, a heading's id, or an id of raw HTML, as written. */
    Optional<Anchors.Anchor> anchor(String label) {
        return anchors.find(label);
    }

    @Override
    public void visit(Text text) {
        time.prose(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        time.prose(code.getLiteral());
    }

    @Override
    public void visit(Heading heading) {
        visitChildren(heading);
        headings.read(heading, origin.of(heading).line());
    }

    @Override
    public void visit(Link link) {
        refer(link, link.getDestination(), Reference.Kind.LINK);
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        figures++;
        refer(image, image.getDestination(), Reference.Kind.IMAGE);
    }

    @Override
    public void visit(FencedCodeBlock block) {
        codeBlocks++;
        time.code(block.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        codeBlocks++;
        time.code(block.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
        raw(html, html.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        raw(html, html.getLiteral());
    }

    private void raw(Node node, String literal) {
        RawHtmlPlaces places = new RawHtmlPlaces(origin, node, literal);
        for (RawHtml.Piece piece : RawHtmlWriter.shown(RawHtml.pieces(literal))) {
            switch (piece) {
                case RawHtml.Piece.Opening tag -> rawTag(tag, places.of(tag));
                case RawHtml.Piece.Characters text -> time.prose(text.literal());
                case RawHtml.Piece.Closing closing -> {}
                case RawHtml.Piece.Remark remark -> {}
            }
        }
    }

    private void rawTag(RawHtml.Piece.Opening tag, Place place) {
        String id = tag.value("id").isEmpty() ? tag.value("name") : tag.value("id");
        if (!id.isEmpty()) {
            anchors.mark(id);
        }
        switch (tag.name()) {
            case "img" -> {
                figures++;
                refer(place, tag.value("src"), Reference.Kind.IMAGE);
            }
            case "table" -> tables++;
            case "a" -> {
                if (!tag.value("href").isEmpty()) {
                    refer(place, tag.value("href"), Reference.Kind.LINK);
                }
            }
            case "video", "audio", "source", "track" -> {
                if (!tag.value("src").isEmpty()) {
                    refer(place, tag.value("src"), Reference.Kind.DOWNLOAD);
                }
            }
            default -> {}
        }
    }

    @Override
    public void visit(CustomNode node) {
        switch (node) {
            case InlineMath math -> formulas++;
            case Role role -> role(role);
            case Attributes attributes -> {}
            default -> visitChildren(node);
        }
    }

    private void role(Role role) {
        switch (role.name()) {
            case "math" -> formulas++;
            case "ref", "numref", "eq" -> refer(role, role.target(), Reference.Kind.REF);
            case "doc" -> refer(role, role.target(), Reference.Kind.DOC);
            case "download" -> refer(role, role.target(), Reference.Kind.DOWNLOAD);
            default -> time.prose(role.content());
        }
        if (!role.text().isEmpty()) {
            time.prose(role.text());
        }
    }

    @Override
    public void visit(CustomBlock block) {
        switch (block) {
            case MathBlock math -> {
                formulas++;
                anchors.number(math.label());
            }
            case Target target -> anchors.label(target.label(), following(target));
            case Directive directive -> directive(directive);
            case TableBlock table -> {
                tables++;
                visitChildren(table);
            }
            default -> visitChildren(block);
        }
    }

    private static String following(Target target) {
        return target.getNext() instanceof Heading heading ? PlainText.of(heading) : "";
    }

    private void directive(Directive directive) {
        switch (directive.name()) {
            case "math" -> {
                formulas++;
                anchors.number(directive
                        .option("label")
                        .or(() -> directive.option("name"))
                        .orElse(""));
            }
            case "figure", "image" -> {
                figures++;
                refer(argumentPlace(directive), directive.argument(), Reference.Kind.IMAGE);
            }
            case "video" -> {
                refer(argumentPlace(directive), directive.argument(), Reference.Kind.DOWNLOAD);
                for (String track : List.of("captions", "chapters")) {
                    directive
                            .option(track)
                            .ifPresent(path -> refer(argumentPlace(directive), path, Reference.Kind.DOWNLOAD));
                }
            }
            default -> {
                if (directive.body().isPresent()) {
                    codeBlocks++;
                    time.code(directive.body().get());
                } else if (Callout.of(directive).isPresent()) {
                    admonitions++;
                }
            }
        }
        directive.option("name").ifPresent(name -> anchors.label(name, ""));
        visitChildren(directive);
    }

    private Place argumentPlace(Directive directive) {
        return origin.at(origin.of(directive).line() - origin.lines() - 1, directive.argumentColumn());
    }

    private void refer(Node node, String destination, Reference.Kind kind) {
        refer(origin.of(node), destination, kind);
    }

    private void refer(Place place, String destination, Reference.Kind kind) {
        references.add(new Reference(destination.strip(), place.line(), place.column(), kind, place.cell()));
    }
}
