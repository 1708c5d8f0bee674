package org.collegium.content;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.collegium.content.Place.Origin;
import org.collegium.content.RawHtml.Piece;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** Knows where in the file the pieces of one HTML node stand. */
final class RawHtmlPlaces {

    private final Origin origin;
    private final Node node;
    private final int[] lineStarts;

    RawHtmlPlaces(Origin origin, Node node, String literal) {
        this.origin = origin;
        this.node = node;
        lineStarts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, literal.length())
                                .filter(at -> literal.charAt(at) == '\n')
                                .map(at -> at + 1))
                .toArray();
    }

    Place of(Piece piece) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return origin.of(node);
        }
        int found = Arrays.binarySearch(lineStarts, piece.offset());
        int line = found >= 0 ? found : -found - 2;
        SourceSpan span = spans.get(Math.min(line, spans.size() - 1));
        return origin.at(span.getLineIndex(), span.getColumnIndex() + piece.offset() - lineStarts[line]);
    }
}
