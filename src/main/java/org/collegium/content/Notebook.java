package org.collegium.content;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A notebook as its file has it.
 *
 * @param title from its metadata, or empty
 * @param language of its code, as highlighters name it
 */
public record Notebook(String title, String language, List<Cell> cells) {

    public Notebook {
        cells = List.copyOf(cells);
    }

    /** What a cell is. */
    public enum Kind {
        MARKDOWN,
        CODE,
        RAW
    }

    /**
     * A cell.
     *
     * @param lines of the file before the source; 0 in a notebook in JSON
     * @param columns of the file before each line of the source
     * @param count of its execution, when it was executed
     * @param attachments name of each to its media type and its content in Base64
     */
    public record Cell(
            Kind kind,
            String source,
            int lines,
            int columns,
            OptionalInt count,
            List<String> tags,
            List<Output> outputs,
            Map<String, Map<String, String>> attachments) {

        public Cell {
            tags = List.copyOf(tags);
            outputs = List.copyOf(outputs);
            attachments = Map.copyOf(attachments);
        }
    }

    /** What running a cell gave. */
    public sealed interface Output {

        /** Text printed, on {@code stdout} or {@code stderr}. */
        record Printed(String stream, String text) implements Output {}

        /**
         * A value in one or more representations.
         *
         * @param representations media type to content; pictures in Base64
         * @param result whether it is the value of the cell, and not shown on the way
         * @param alternative what a picture shows, from the {@code alt} of its metadata; empty when none is given
         */
        record Shown(Map<String, String> representations, boolean result, String alternative) implements Output {

            public Shown {
                representations = Map.copyOf(representations);
            }
        }

        /** An error that ended the run. */
        record Failed(String name, String message, String traceback) implements Output {}
    }
}
