package org.collegium.assessment.form;

import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What a question or a part of one is asked for in a form, by the name of its field in the course format. */
sealed interface FormPart {

    /** Keys that are letters, in their order. */
    String LETTER = "a";

    String name();

    /**
     * The last part of the keys of its texts: {@code assessment.form.field.…}.
     *
     * @return the name, unless the same name means something else elsewhere
     */
    String label();

    /** How much is written in a field of text. */
    enum Size {
        LINE,
        /** Markdown of a line or two. */
        PROSE,
        LINES,
        CODE
    }

    /** A text; left out when it is empty. */
    record Text(String name, String label, Size size) implements FormPart {}

    /** A number; left out when it is empty. */
    record Amount(String name, String label) implements FormPart {}

    /** Numbers in one field, with spaces between them. */
    record Amounts(String name, String label) implements FormPart {}

    /**
     * Yes or no.
     *
     * @param usual what holds where it is left out
     */
    record Flag(String name, String label, boolean usual) implements FormPart {}

    /** True, false, or not said yet. */
    record Truth(String name, String label) implements FormPart {}

    /**
     * One of some words.
     *
     * @param usual the one that holds where it is left out; empty where none does
     */
    record Choice(String name, String label, List<String> values, String usual) implements FormPart {}

    /**
     * One of the items of a list of the question, by their keys.
     *
     * @param list the name of that list
     */
    record Reference(String name, String label, String list) implements FormPart {}

    /** Several words with commas between them. */
    record Several(String name, String label) implements FormPart {}

    /** Fields of a part. */
    record Group(String name, String label, List<FormPart> parts) implements FormPart {}

    /**
     * A list of parts.
     *
     * @param begins what the key of a new one begins with, {@link #LETTER} for a letter alone; empty where they have no keys
     * @param parts of an item
     * @param one the name of the flag that one item at most has; empty where several may
     */
    record Rows(String name, String label, String begins, Function<JsonNode, List<FormPart>> parts, String one)
            implements FormPart {

        /** Whether items have keys. */
        boolean keyed() {
            return !begins.isEmpty();
        }
    }
}
