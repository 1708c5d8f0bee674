package org.collegium.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.content.HtmlElements.Fate;
import org.collegium.content.Place.Origin;
import org.collegium.content.RawHtml.Piece;
import org.commonmark.node.Node;

/** Writes the harmless part of raw HTML and reports the rest. */
final class RawHtmlWriter {

    private final TextWriting writing;
    private final Origin origin;
    private final PictureWriter pictures;
    private boolean linked;
    private boolean playing;

    RawHtmlWriter(TextWriting writing, Origin origin, PictureWriter pictures) {
        this.writing = writing;
        this.origin = origin;
        this.pictures = pictures;
    }

    /** Whether what follows stands in for a film or sound that is shown. */
    boolean isPlaying() {
        return playing;
    }

    /** The pieces without what lies inside elements that are left out. */
    static List<Piece> shown(List<Piece> pieces) {
        Map<String, Integer> lastClosing = new HashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i) instanceof Piece.Closing closing) {
                lastClosing.put(closing.name(), i);
            }
        }
        List<Piece> shown = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            shown.add(pieces.get(i));
            if (pieces.get(i) instanceof Piece.Opening tag
                    && hidesContent(tag)
                    && lastClosing.getOrDefault(tag.name(), -1) > i) {
                while (!(pieces.get(i) instanceof Piece.Closing closing
                        && closing.name().equals(tag.name()))) {
                    i++;
                }
            }
        }
        return shown;
    }

    private static boolean hidesContent(Piece.Opening tag) {
        Fate fate = HtmlElements.fate(tag.name());
        return fate == Fate.LEFT_OUT || fate == Fate.FRAME;
    }

    void write(Node node, String literal) {
        RawHtmlPlaces places = new RawHtmlPlaces(origin, node, literal);
        List<Piece> pieces = shown(RawHtml.pieces(literal));
        for (int i = 0; i < pieces.size(); i++) {
            if (playing && !(pieces.get(i) instanceof Piece.Closing end && RawMedia.is(end.name()))) {
                continue;
            }
            switch (pieces.get(i)) {
                case Piece.Characters text ->
                    writing.out().verbatim(text.literal().replace("<", "&lt;"));
                case Piece.Remark remark -> {}
                case Piece.Closing closing -> closing(closing);
                case Piece.Opening tag
                when RawMedia.is(tag.name()) -> {
                    RawMedia media = RawMedia.of(node, pieces, i);
                    reportAttributes(tag, places.of(tag));
                    media(tag, media, places.of(tag));
                    i = media.closing();
                    playing = media.open();
                }
                case Piece.Opening tag -> opening(tag, places.of(tag));
            }
        }
    }

    private void closing(Piece.Closing tag) {
        if (tag.name().equals("a")) {
            linked = false;
        }
        if (RawMedia.is(tag.name())) {
            playing = false;
        }
        switch (HtmlElements.fate(tag.name())) {
            case KEPT -> {
                if (!HtmlElements.empty(tag.name()) && !RawMedia.is(tag.name())) {
                    writing.out().close(shownName(tag.name()));
                }
            }
            case TEXT -> writing.out().text(tag.literal());
            case FRAME, LEFT_OUT, UNWRAPPED -> {}
        }
    }

    private void opening(Piece.Opening tag, Place place) {
        switch (HtmlElements.fate(tag.name())) {
            case KEPT -> {
                reportAttributes(tag, place);
                kept(tag, place);
            }
            case FRAME -> frame(tag, place);
            case LEFT_OUT -> writing.faults().add(place, "html-left-out", tag.name(), tag.literal());
            case UNWRAPPED -> writing.faults().add(place, "html-unwrapped", tag.name(), tag.literal());
            case TEXT -> {
                writing.faults().add(place, "html-text", tag.literal());
                writing.out().text(tag.literal());
            }
        }
    }

    private void reportAttributes(Piece.Opening tag, Place place) {
        for (String name : tag.attributes().keySet()) {
            if (!HtmlElements.keeps(name) && !HtmlElements.unneeded(name)) {
                writing.faults().add(place, "html-attribute", name, tag.name());
            }
        }
    }

    private void kept(Piece.Opening tag, Place place) {
        switch (tag.name()) {
            case "img" ->
                pictures.write(
                        tag.value("src"), tag.value("alt"), tag.value("width"), tag.value("height"), place, linked);
            case "a" -> anchor(tag, place);
            case "source", "track", "picture" -> {}
            default -> element(tag);
        }
    }

    private void anchor(Piece.Opening tag, Place place) {
        String href = tag.value("href");
        linked = true;
        String id = identity(tag);
        if (href.isEmpty()) {
            writing.out().open("a", "id", id);
            return;
        }
        Optional<LinkTarget> target = writing.links().resolve(href, Reference.Kind.LINK, place);
        if (!id.isEmpty()) {
            writing.out().open("span", "id", id).close("span");
        }
        if (target.isPresent()) {
            writing.link(target.get(), tag.value("title"));
        } else {
            writing.out().open("a", "class", "broken");
        }
    }

    /** It has controls, and nothing of what stands in for it where it cannot be played. */
    private void media(Piece.Opening tag, RawMedia media, Place place) {
        if (media.source().isEmpty()) {
            writing.faults().add(place, "html-unwrapped", tag.name(), tag.literal());
        } else if (tag.name().equals("audio")) {
            writing.links()
                    .resolve(media.source(), Reference.Kind.DOWNLOAD, place)
                    .ifPresent(target -> writing.out()
                            .open("audio", "controls", "controls", "src", target.url())
                            .close("audio"));
        } else {
            pictures.video(
                    media.source(),
                    tag.value("title"),
                    place,
                    track -> track.equals("captions") ? media.captions() : media.chapters());
        }
    }

    private void element(Piece.Opening tag) {
        List<String> attributes = new ArrayList<>(List.of("id", identity(tag)));
        for (String name : List.of(
                "title", "lang", "dir", "align", "colspan", "rowspan", "scope", "start", "reversed", "datetime")) {
            attributes.add(name);
            attributes.add(tag.value(name));
        }
        for (String name : List.of("width", "height")) {
            attributes.add(name);
            attributes.add(tag.value(name).matches("\\d{1,4}%?") ? tag.value(name) : "");
        }
        attributes.add("open");
        attributes.add(tag.attributes().containsKey("open") ? "open" : "");
        writing.out().open(shownName(tag.name()), attributes.toArray(String[]::new));
    }

    private static String identity(Piece.Opening tag) {
        String id = tag.value("id").isEmpty() && tag.name().equals("a") ? tag.value("name") : tag.value("id");
        return id.isEmpty() ? "" : Slugs.id(id);
    }

    /** The page owns the first heading, and presentational names have plain successors. */
    private static String shownName(String name) {
        return switch (name) {
            case "h1" -> "h2";
            case "center" -> "div";
            case "strike" -> "s";
            case "tt" -> "code";
            default -> name;
        };
    }

    private void frame(Piece.Opening tag, Place place) {
        String source = tag.value("src").isEmpty() ? tag.value("data") : tag.value("src");
        Optional<String> video = Videos.page(source);
        if (video.isPresent()) {
            writing.card("video", video.get(), tag.value("title"));
            return;
        }
        writing.faults().add(place, "html-frame", tag.name(), source);
        if (source.matches("(?i)(https?:)?//.*")) {
            writing.card("page", source.startsWith("//") ? "https:" + source : source, tag.value("title"));
        } else {
            writing.out()
                    .open("span", "class", "left-out")
                    .text(writing.words().get("content.text.left-out"))
                    .close("span");
        }
    }
}
