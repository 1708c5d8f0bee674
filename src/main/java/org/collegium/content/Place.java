package org.collegium.content;

import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** A place in a source, all counted from 1; cell 0 means that the source is no notebook. */
record Place(int cell, int line, int column) {

    /**
     * Where a text begins in its file.
     *
     * @param lines of the file before its first line
     * @param columns of the file before each of its lines
     */
    record Origin(int cell, int lines, int columns) {

        static final Origin FILE = new Origin(0, 0, 0);

        Place of(Node node) {
            for (Node at = node; at != null; at = at.getParent()) {
                List<SourceSpan> spans = at.getSourceSpans();
                if (!spans.isEmpty()) {
                    return at(spans.getFirst().getLineIndex(), spans.getFirst().getColumnIndex());
                }
            }
            return at(0, 0);
        }

        /** The place of a zero-based line and column of the text. */
        Place at(int line, int column) {
            return new Place(cell, lines + line + 1, columns + column + 1);
        }
    }
}
