package org.collegium.content;

import java.util.ArrayList;
import java.util.List;
import org.collegium.content.Place.Origin;
import org.collegium.content.TextParts.Picture;
import org.collegium.content.TextParts.Sound;
import org.collegium.content.TextParts.Spot;
import org.collegium.content.TextParts.Video;
import org.collegium.content.TextParts.Written;
import org.collegium.content.markdown.Attributes;
import org.collegium.content.markdown.Directive;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** Finds the parts of a text, or of all texts of a notebook, that are checked before it is published. */
final class PartsSurvey extends AbstractVisitor {

    private static final String VIDEO = "(?i).+\\.(mp4|webm|ogv|mov)([?#].*)?";

    private final List<Picture> pictures = new ArrayList<>();
    private final List<Written> headings = new ArrayList<>();
    private final List<Video> videos = new ArrayList<>();
    private final List<Sound> sounds = new ArrayList<>();
    private final List<TextParts.Link> links = new ArrayList<>();
    private final List<String> prose = new ArrayList<>();
    private Origin origin = Origin.FILE;

    void read(Node document, Origin from) {
        origin = from;
        document.accept(this);
    }

    TextParts parts() {
        return new TextParts(pictures, headings, videos, sounds, links, prose);
    }

    @Override
    public void visit(Heading heading) {
        headings.add(new Written(heading.getLevel(), PlainText.of(heading), spot(origin.of(heading))));
        visitChildren(heading);
    }

    @Override
    public void visit(Paragraph paragraph) {
        String text = ProseText.of(paragraph);
        if (!text.isBlank()) {
            prose.add(text);
        }
        visitChildren(paragraph);
    }

    @Override
    public void visit(Link link) {
        link(link.getDestination(), origin.of(link));
        visitChildren(link);
    }

    /** As it is shown: its title stands in where nothing else is said, but not under a figure. */
    @Override
    public void visit(Image image) {
        String given = image.getNext() instanceof Attributes behind ? behind.value("alt") : "";
        String said = given.isEmpty() ? PlainText.of(image) : given;
        boolean figure = image.getParent() instanceof Paragraph around
                && PictureWriter.alone(around).isPresent();
        if (said.isEmpty() && !figure && image.getTitle() != null) {
            said = image.getTitle();
        }
        picture(image.getDestination(), said, origin.of(image));
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
        List<RawHtml.Piece> pieces = RawHtmlWriter.shown(RawHtml.pieces(literal));
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i) instanceof RawHtml.Piece.Opening tag) {
                switch (tag.name()) {
                    case "img" -> picture(tag.value("src"), tag.value("alt"), places.of(tag));
                    case "video" -> {
                        RawMedia media = RawMedia.of(node, pieces, i);
                        video(media.source(), media.captions().isPresent(), places.of(tag));
                    }
                    case "audio" -> sound(RawMedia.of(node, pieces, i).source(), places.of(tag));
                    case "iframe" -> video(tag.value("src"), false, places.of(tag));
                    case "a" -> link(tag.value("href"), places.of(tag));
                    default -> {}
                }
            }
        }
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof Directive directive) {
            Place at = origin.at(origin.of(directive).line() - origin.lines() - 1, directive.argumentColumn());
            switch (directive.name()) {
                case "figure", "image" ->
                    picture(directive.argument(), directive.option("alt").orElse(""), at);
                case "video" ->
                    video(directive.argument(), directive.option("captions").isPresent(), at);
                default -> {}
            }
        }
        visitChildren(block);
    }

    private void picture(String destination, String alternative, Place at) {
        if (destination.matches(VIDEO)) {
            video(destination, false, at);
        } else if (!destination.isBlank()) {
            pictures.add(new Picture(destination.strip(), alternative.strip(), spot(at)));
        }
    }

    /** Captions of ours are not part of what another site shows. */
    private void video(String source, boolean captioned, Place at) {
        if (!source.isBlank()) {
            boolean elsewhere = isElsewhere(source.strip());
            videos.add(new Video(source.strip(), elsewhere, captioned && !elsewhere, spot(at)));
        }
    }

    private void sound(String source, Place at) {
        if (!source.isBlank()) {
            sounds.add(new Sound(source.strip(), spot(at)));
        }
    }

    private void link(String address, Place at) {
        if (isElsewhere(address.strip())) {
            links.add(new TextParts.Link(address.strip(), spot(at)));
        }
    }

    private static boolean isElsewhere(String address) {
        return address.matches("(?is)(https?:)?//.*");
    }

    private static Spot spot(Place place) {
        return new Spot(place.cell(), place.line(), place.column());
    }
}
