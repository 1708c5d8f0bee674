package org.collegium.assessment.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.assessment.QuizWriter;
import org.collegium.assessment.bank.ItemTemplates;
import org.collegium.assessment.form.FormPart.Group;
import org.collegium.assessment.form.FormPart.Rows;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

@Tag("unit")
class FormTreeTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String QUESTION = """
            # Ask Ada before changing it.
            key: q-trees
            type: short-text
            stem: |
              What grows **too deep**?

              One word.
            accept:
              - a tree # the usual one
              # seen in 2024
              - { text: trees, share: 0.5 }
            """;

    static List<String> kinds() {
        return ItemTemplates.kinds();
    }

    @Test
    void onlyTheLinesThatSayItChange() {
        FormTree tree = FormTree.of(QUESTION).orElseThrow();

        tree.set("/stem", NODES.stringNode("What grows **too tall**?\n\nOne word.\n"));

        assertThat(tree.text()).isEqualTo(QUESTION.replace("too deep", "too tall"));
    }

    @Test
    void anAnswerOfWhichNothingElseIsSaidStandsAlone() {
        FormTree tree = FormTree.of(QUESTION).orElseThrow();
        assertThat(tree.value("/accept/0/text").asString()).isEqualTo("a tree");

        tree.set("/accept/0/share", NODES.numberNode(0.25));
        assertThat(tree.at("/accept/0/text").asString()).isEqualTo("a tree");
        tree.set("/accept/0/share", null);
        tree.set("/accept/1/share", null);

        assertThat(tree.at("/accept")).hasToString("[\"a tree\",\"trees\"]");
        tree.set("/accept/1/text", null);
        assertThat(tree.at("/accept")).hasToString("[\"a tree\",\"\"]");
        assertThat(tree.text()).contains("# Ask Ada", "# seen in 2024");
    }

    @Test
    void whatALastFieldLeavesEmptyIsLeftOut() {
        FormTree tree = FormTree.of(QUESTION).orElseThrow();

        tree.set("/feedback/correct", NODES.stringNode("Yes."));
        assertThat(tree.text()).contains("feedback:\n  correct: Yes.\n");
        tree.set("/feedback/correct", null);

        assertThat(tree.text()).isEqualTo(QUESTION);
    }

    @Test
    void itemsAreAddedMovedAndRemoved() {
        FormTree tree = FormTree.of(ItemTemplates.of("single")).orElseThrow();
        String before = tree.text();

        assertThat(tree.freeKey("/options", FormPart.LETTER)).isEqualTo("c");
        tree.swap("/options", 0, 1);
        assertThat(tree.at("/options/0/key").asString()).isEqualTo("b");
        tree.swap("/options", 0, 1);
        assertThat(tree.text()).isEqualTo(before);
        tree.remove("/options", 0);

        assertThat(tree.at("/options")).hasSize(1);
        assertThat(tree.freeKey("/options", FormPart.LETTER)).isEqualTo("a");
    }

    @Test
    void afterTheLettersKeysHaveNumbers() {
        FormTree tree = FormTree.of("type: single\n").orElseThrow();
        for (int i = 0; i < 26; i++) {
            tree.add("/options", NODES.objectNode().put("key", tree.freeKey("/options", FormPart.LETTER)));
        }

        assertThat(tree.freeKey("/options", FormPart.LETTER)).isEqualTo("option-27");
    }

    /** Each value of what a question begins with is changed where a form has a field for it, and put back. */
    @ParameterizedTest
    @MethodSource("kinds")
    void eachValueThatIsWrittenAnewIsReadAsBefore(String kind) {
        FormTree tree = FormTree.of(ItemTemplates.of(kind)).orElseThrow();
        String meant = quiz(tree.text());
        List<String> pointers = Stream.concat(QuestionParts.of(kind).stream(), QuestionParts.more(kind).stream())
                .flatMap(part -> pointers(tree, part, ""))
                .toList();

        assertThat(pointers).hasSizeGreaterThan(3);
        for (String pointer : pointers) {
            JsonNode value = tree.value(pointer);
            tree.set(pointer, NODES.stringNode("something: else # here\n\nand more\n"));
            assertThat(tree.value(pointer).asString()).as(pointer).endsWith("and more\n");
            tree.set(pointer, value);
        }

        assertThat(quiz(tree.text())).isEqualTo(meant);
    }

    /** A form that lacks a field would let authors believe that there is no such thing. */
    @ParameterizedTest
    @MethodSource("kinds")
    void whatAQuestionBeginsWithHasAFieldEach(String kind) {
        FormTree tree = FormTree.of(ItemTemplates.of(kind)).orElseThrow();
        List<String> known = Stream.concat(QuestionParts.of(kind).stream(), QuestionParts.more(kind).stream())
                .map(FormPart::name)
                .toList();

        assertThat(tree.at("").propertyNames())
                .filteredOn(name -> !List.of("key", "type").contains(name))
                .isSubsetOf(known);
    }

    private static Stream<String> pointers(FormTree tree, FormPart part, String parent) {
        String at = parent + "/" + part.name();
        return switch (part) {
            case Group group -> group.parts().stream().flatMap(each -> pointers(tree, each, at));
            case Rows rows ->
                IntStream.range(0, tree.at(at).size())
                        .boxed()
                        .flatMap(item -> rows.parts().apply(tree.at(at + "/" + item)).stream()
                                .flatMap(each -> pointers(tree, each, at + "/" + item)));
            default -> Stream.of(at).filter(pointer -> !tree.value(pointer).isMissingNode());
        };
    }

    private static String quiz(String question) {
        String text = "format: " + Quiz.FORMAT + "\ntitle: Quiz\nquestions:\n  -\n" + question.indent(4);
        return QuizReader.read(SourceFile.of("quiz.yaml", text), fault -> {})
                .map(QuizWriter::write)
                .orElseThrow();
    }
}
