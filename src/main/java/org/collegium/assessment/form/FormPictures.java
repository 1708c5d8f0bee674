package org.collegium.assessment.form;

import com.vaadin.flow.component.textfield.TextArea;
import tools.jackson.databind.node.StringNode;

/** Pictures that come while one is in a field of which nothing is in the text yet, so that they cannot be put there. */
final class FormPictures {

    private static final String STEM = "/" + QuestionParts.STEM;
    private static final String IMAGE = "/image";

    private FormPictures() {}

    static boolean waits(FormTree tree, FormFields fields, String pointer) {
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        boolean shows =
                QuestionParts.MARKDOWN.contains(name) && fields.at(pointer).orElse(null) instanceof TextArea;
        return (shows || pointer.equals(IMAGE))
                && tree.value(pointer).asString("").isEmpty();
    }

    /**
     * Takes a picture into a field that waits, or where there is none any more below the question.
     *
     * @param shown what it shows; empty for decoration
     * @param markdown shows it
     * @return the pointer of the field
     */
    static String bring(
            FormTree tree, FormFields fields, String field, String reference, String shown, String markdown) {
        String into = waits(tree, fields, field) ? field : STEM;
        if (into.equals(IMAGE)) {
            tree.set(IMAGE, StringNode.valueOf(reference));
            if (!shown.isBlank()) {
                tree.set("/description", StringNode.valueOf(shown));
            }
        } else {
            String before = tree.value(into).asString("").stripTrailing();
            tree.set(into, StringNode.valueOf(before.isEmpty() ? markdown : before + "\n\n" + markdown + "\n"));
        }
        return into;
    }
}
