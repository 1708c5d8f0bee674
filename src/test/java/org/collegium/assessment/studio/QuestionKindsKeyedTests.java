package org.collegium.assessment.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.List;
import org.collegium.assessment.Area;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.Hotspot;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An author says what is right in matching, gaps and formulas. */
class QuestionKindsKeyedTests extends EditedQuizTest {

    private static final String UNKEYED = AssessmentFixtures.KINDS
            .replace("answer: 250\n", "unit: m\n")
            .replace("    unit: m\n    units", "    units")
            .replace(", answer: median", "")
            .replace(", answer: mean", "")
            .replace(", answer: 3,", ",")
            .replace(", correct: true", "")
            .replace("    answer: w - eta*20\n", "");

    @BeforeEach
    void anAuthorOpensTheQuiz() {
        open(UNKEYED);
    }

    @Test
    void everyKindCanBeKeyed() {
        assertThat(unkeyed()).containsExactly("far", "match", "gaps", "formula");

        number("Right number, in m").setValue(new BigDecimal("250"));
        selects().get(0).setValue(option("median"));
        selects().get(1).setValue(option("mean"));
        assertThat(unkeyed()).containsExactly("gaps", "formula");

        number("Right number").setValue(new BigDecimal(3));
        choice().setValue(choice().getListDataView().getItem(1));
        text("Right result, as a formula").setValue("w - eta*20");

        assertThat(unkeyed()).isEmpty();
        assertThat(quiz().questions())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyElementsOf(read(AssessmentFixtures.KINDS).questions());
    }

    @Test
    void areasOfAPictureAreDrawnAndSaidToBeRight() {
        String unkeyed = AssessmentFixtures.PICTURES.replace(", correct: true", "");
        open(unkeyed);
        Quiz wanted = read(AssessmentFixtures.PICTURES);

        List<TextField> places = find(TextField.class).all().stream()
                .filter(field -> "Place, in percent".equals(field.getLabel()))
                .toList();
        assertThat(places).extracting(TextField::getValue).contains("75, 50, 10, 20", "40, 10, 60, 10, 50, 30");
        places.getFirst().setValue("0, 50, 25");
        assertThat(places.getFirst().isInvalid()).isTrue();
        assertThat(kept()).isEqualTo(unkeyed);
        places.getFirst().setValue("0, 50, 25, 50");
        List<Checkbox> right =
                find(Checkbox.class, find(QuizKeysPanel.class).single()).all();
        right.get(0).setValue(true);
        right.get(1).setValue(true);
        right.get(4).setValue(true);
        assertThat(quiz()).isEqualTo(wanted);

        test(find(Button.class).withText("Add an area").all().getFirst()).click();
        assertThat(((Hotspot) quiz().questions().getFirst()).areas())
                .extracting(Area::key)
                .containsExactly("left", "round", "trap", "area-1");
        test(find(Button.class).withText("Remove").all().get(3)).click();
        assertThat(quiz()).isEqualTo(wanted);
    }

    @Test
    void sectionsAreToldByNumberAndStay() {
        String sections = """
                sections:
                  - { title: Warming up, questions: [order] }
                  - { title: The rest, draw: 1, from: { tags: [deep] } }
                """;
        String quiz = UNKEYED.replace("questions:\n", sections + "questions:\n")
                .replace("    stem: What belongs", "    tags: [deep]\n    stem: What belongs")
                .replace("    stem: How far", "    tags: [deep]\n    stem: How far");
        open(quiz);

        assertThat(find(Span.class).all())
                .extracting(Span::getText)
                .contains("Warming up", "1 question: 4", "The rest", "1 drawn of 2: 1, 3");
        number("Right number, in m").setValue(new BigDecimal("250"));
        assertThat(quiz().sections()).isEqualTo(read(quiz).sections()).hasSize(2);
    }

    @Test
    void whatCannotBeReadIsToldAndNotKept() {
        TextField formula = text("Right result, as a formula");

        formula.setValue("w - beta");
        assertThat(formula.isInvalid()).isTrue();
        formula.setValue("w -");
        assertThat(formula.isInvalid()).isTrue();
        assertThat(kept()).isEqualTo(UNKEYED);

        formula.setValue("w");
        assertThat(formula.isInvalid()).isFalse();
        find(BigDecimalField.class).all().get(2).setValue(new BigDecimal(101));
        assertThat(find(BigDecimalField.class).all().get(2).isInvalid()).isTrue();
    }

    @Test
    void patternsStayWhenWordsChangeAndNeedAWordBesideThem() {
        TextField words = text("Right answers");
        assertThat(words.getValue()).isEqualTo("variance");

        words.setValue("variance; dispersion");
        Question.ShortText question = (Question.ShortText) quiz().questions().get(1);
        assertThat(question.accept()).hasSize(4);

        words.setValue(" ");
        assertThat(words.isInvalid()).isTrue();
        assertThat(kept()).contains("dispersion");
    }

    @Test
    void aKeyOfAGapCanBeTakenBack() {
        number("Right number").setValue(new BigDecimal(3));
        assertThat(kept()).contains("answer: 3");

        test(find(Button.class).withText("Undo").single()).click();

        assertThat(kept()).doesNotContain("answer: 3");
    }

    private List<String> unkeyed() {
        return quiz().questions().stream()
                .filter(question -> !question.keyed())
                .map(Question::key)
                .toList();
    }

    private Question.Offer option(String key) {
        return ((Question.Matching) quiz().questions().get(2))
                .options().stream()
                        .filter(option -> option.key().equals(key))
                        .findFirst()
                        .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private List<Select<Question.Offer>> selects() {
        return find(Select.class, find(QuizKeysPanel.class).single()).all().stream()
                .map(select -> (Select<Question.Offer>) select)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Question.Option> choice() {
        return find(RadioButtonGroup.class).single();
    }

    private BigDecimalField number(String label) {
        return field(BigDecimalField.class, label);
    }

    private TextField text(String label) {
        return field(TextField.class, label);
    }
}
