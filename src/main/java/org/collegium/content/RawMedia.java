package org.collegium.content;

import java.util.List;
import java.util.Optional;
import org.collegium.content.RawHtml.Piece;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;

/**
 * A film or a sound in raw HTML with what stands between its tags.
 *
 * @param source its first address; empty where it has none
 * @param captions the file of its captions
 * @param chapters the file of its chapters
 * @param closing the index of its closing tag among the pieces; that of the opening one where that is no part of them
 * @param open whether the closing tag comes later in the line
 */
record RawMedia(String source, Optional<String> captions, Optional<String> chapters, int closing, boolean open) {

    /** Within a line each tag is a node of its own; so many are looked at. */
    private static final int MOST_NODES = 60;

    static boolean is(String name) {
        return name.equals("video") || name.equals("audio");
    }

    /** @param index that of the opening tag */
    static RawMedia of(Node node, List<Piece> pieces, int index) {
        Piece.Opening opening = (Piece.Opening) pieces.get(index);
        Inside inside = new Inside(opening);
        int closing = index;
        for (int i = index + 1; i < pieces.size() && !inside.closed; i++) {
            inside.add(pieces.get(i));
            closing = inside.closed ? i : closing;
        }
        Node next = node instanceof HtmlInline ? node.getNext() : null;
        for (int i = 0; next != null && i < MOST_NODES && !inside.closed; i++) {
            if (next instanceof HtmlInline html) {
                RawHtml.pieces(html.getLiteral()).forEach(inside::add);
            }
            next = next.getNext();
        }
        return inside.closed
                ? new RawMedia(inside.source, inside.captions, inside.chapters, closing, closing == index)
                : new RawMedia(opening.value("src"), Optional.empty(), Optional.empty(), index, false);
    }

    private static final class Inside {

        private final String name;
        private String source;
        private Optional<String> captions = Optional.empty();
        private Optional<String> chapters = Optional.empty();
        private boolean closed;

        Inside(Piece.Opening opening) {
            name = opening.name();
            source = opening.value("src");
        }

        void add(Piece piece) {
            if (closed) {
                return;
            }
            if (piece instanceof Piece.Closing tag && tag.name().equals(name)) {
                closed = true;
            }
            if (!(piece instanceof Piece.Opening tag) || tag.value("src").isEmpty()) {
                return;
            }
            if (tag.name().equals("source") && source.isEmpty()) {
                source = tag.value("src");
            }
            if (tag.name().equals("track")) {
                track(tag);
            }
        }

        /** The kind that is not said is that of subtitles. */
        private void track(Piece.Opening tag) {
            switch (tag.value("kind")) {
                case "", "captions", "subtitles" -> captions = captions.or(() -> Optional.of(tag.value("src")));
                case "chapters" -> chapters = chapters.or(() -> Optional.of(tag.value("src")));
                default -> {}
            }
        }
    }
}
