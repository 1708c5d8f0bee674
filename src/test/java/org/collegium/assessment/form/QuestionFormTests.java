package org.collegium.assessment.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.collegium.FullApplicationTest;
import org.collegium.ViewTest;
import org.collegium.assessment.bank.ItemTemplates;
import org.collegium.assessment.bank.QuestionBank;
import org.collegium.assessment.bank.ui.YamlEditor;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.AccountId;
import org.collegium.identity.IdentityFixtures;
import org.collegium.partners.Partner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Somebody who knows no YAML writes questions. */
@Tag("view")
@FullApplicationTest
class QuestionFormTests extends ViewTest {

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private QuestionBank bank;

    private Partner partner;

    static List<String> kinds() {
        return ItemTemplates.kinds();
    }

    @BeforeEach
    void anAuthorIsSignedIn() {
        partner = CoursesFixtures.partner(beans);
        IdentityFixtures.signIn(IdentityFixtures.authentication(
                AccountId.next(),
                CoursesPermissions.VIEW_DRAFT + "@" + partner.id(),
                CoursesPermissions.EDIT + "@" + partner.id()));
    }

    @AfterEach
    void signOut() {
        IdentityFixtures.signIn(null);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachKindIsWrittenInFieldsAndCanBeSavedAsItBegins(String kind) {
        open(kind);

        assertThat(page()).doesNotContain("from being saved", "assessment.form");
        test(field(TextArea.class, "Explanation")).setValue("Said in a field.");

        assertThat(text()).contains("Said in a field.", "type: " + kind);
    }

    @Test
    void aQuestionIsWrittenAndSavedWithoutItsText() {
        open("single");

        test(field(TextArea.class, "Question")).setValue("Which tree is **deep**?");
        test(areas("Text").getFirst()).setValue("An oak");
        press("Add an option");
        assertThat(page()).contains("keeps it from being saved");
        assertThat(areas("Text")).extracting(TextArea::isInvalid).containsExactly(false, false, true);
        assertThat(areas("What is said to it")).noneMatch(TextArea::isInvalid);
        test(areas("Text").getLast()).setValue("A birch");
        test(areas("What is said to it").getLast()).setValue("It is not.");
        test(ticks().getLast()).click();
        test(field(TextField.class, "Tags")).setValue("trees, forests");
        test(field(NumberField.class, "Points")).setValue(2.0);

        assertThat(ticks()).extracting(Checkbox::getValue).containsExactly(false, false, true);
        press("Save a version");

        String kept =
                bank.find(partner.id(), "q-new-choice").orElseThrow().current().content();
        assertThat(kept).contains("tags: [trees, forests]", "points: 2\n", "text: A birch", "- key: c");
        assertThat(kept).containsOnlyOnce("correct: true");
    }

    @Test
    void eachNewQuestionBeginsWithAKeyOfItsOwnWhichCanBeChosenUntilItIsSaved() {
        open("true-false");
        press("Save a version");
        assertThat(find(TextField.class).all()).extracting(TextField::getLabel).doesNotContain("Key");

        open("true-false");
        assertThat(field(TextField.class, "Key").getValue()).isEqualTo("q-new-statement-2");
        test(field(TextField.class, "Key")).setValue("q-new-statement");
        press("Save a version");
        assertThat(field(TextField.class, "Key").getErrorMessage()).contains("Give this one another");
        test(field(TextField.class, "Key")).setValue("q-more-data");
        press("Save a version");

        assertThat(bank.find(partner.id(), "q-new-statement")).isPresent();
        assertThat(bank.find(partner.id(), "q-more-data")).isPresent();
        assertThat(bank.find(partner.id(), "q-new-statement-2")).isEmpty();
    }

    @Test
    void whatWasRemovedComesBackAndMovedItemsKeepWhatTheySay() {
        open("ordering");
        String before = text();

        press("Remove: Step 1");
        assertThat(text()).doesNotContain("Set the test rows aside");
        press("Undo");
        assertThat(text()).isEqualTo(before);
        press("Move down: Step 1");

        assertThat(areas("Text"))
                .extracting(TextArea::getValue)
                .containsExactly("Fit the model", "Set the test rows aside", "Judge it on the test rows");
    }

    @Test
    void aGapIsPutIntoTheTextAndBecomesAnotherKind() {
        open("cloze");

        press("Add a gap");
        assertThat(field(TextArea.class, "Question").getValue()).endsWith("{{gap-1}}");
        assertThat(page()).contains("Gap {{gap-1}}");
        Select<?> kind = find(Select.class).all().stream()
                .filter(select -> "Kind".equals(select.getLabel()))
                .reduce((one, other) -> other)
                .orElseThrow();
        test(kind).selectItem("Number");
        test(find(NumberField.class).all().stream()
                        .filter(answer -> "Answer".equals(answer.getLabel()))
                        .reduce((one, other) -> other)
                        .orElseThrow())
                .setValue(0.5);

        assertThat(text()).contains("- key: gap-1\n    type: numeric\n    answer: 0.5");
        assertThat(page()).doesNotContain("from being saved");
    }

    @Test
    void promptsAreMatchedWithWhatTheOptionsSayNow() {
        open("matching");
        test(areas("Text").getLast()).setValue("the middle one");

        ItemChoice answer = find(ItemChoice.class).all().getFirst();

        assertThat(answer.getValue()).isEqualTo("median");
        assertThat(answer.getItemLabelGenerator().apply("median")).isEqualTo("the middle one");
    }

    @Test
    void textAndFieldsAreTheSameAndWhatIsWrongIsToldAtItsField() {
        open("numeric");
        press("Text");
        editor().setValue(text().replace("tolerance: 0.005", "tolerance: -1"));
        press("Fields");

        NumberField tolerance = field(NumberField.class, "Tolerance");
        assertThat(tolerance.getValue()).isEqualTo(-1);
        assertThat(tolerance.isInvalid()).isTrue();
        assertThat(page()).contains("Go to the field");
        test(field(TextArea.class, "Question")).setValue("");
        assertThat(field(TextArea.class, "Question").isInvalid()).isTrue();
        assertThat(field(TextField.class, "Key").isInvalid()).isFalse();
        test(field(TextField.class, "Key")).setValue("No Key");
        assertThat(field(TextField.class, "Key").isInvalid()).isTrue();
        test(tolerance).setValue(0.01);
        assertThat(field(NumberField.class, "Tolerance").isInvalid()).isFalse();
    }

    @Test
    void commentsThatAreLostAreSaidAndComeBack() {
        open("true-false");
        String braces = "# ours\n{ key: q-x, type: true-false, stem: Trees grow., answer: true }\n";
        editor().setValue(braces);

        test(field(TextArea.class, "Question")).setValue("Trees grow tall.");
        assertThat(text()).contains("Trees grow tall.").doesNotContain("# ours");
        press("Undo");

        assertThat(text()).isEqualTo(braces);
    }

    @Test
    void whatCannotBeReadStaysText() {
        open("numeric");
        press("Text");
        editor().setValue("key: [");
        press("Fields");

        assertThat(page()).contains("Fields come once it can");
        assertThat(find(QuestionForm.class).all()).noneMatch(QuestionForm::isVisible);
        assertThat(text()).isEqualTo("key: [");
    }

    private void open(String kind) {
        go("studio/questions/new?partner=" + partner.data().slug() + "&kind=" + kind);
    }

    private YamlEditor editor() {
        return find(YamlEditor.class).single();
    }

    private String text() {
        return editor().getValue();
    }

    private List<TextArea> areas(String label) {
        return find(TextArea.class).all().stream()
                .filter(area -> label.equals(area.getLabel()))
                .toList();
    }

    private List<Checkbox> ticks() {
        return find(Checkbox.class).all().stream()
                .filter(box -> "Right".equals(box.getLabel()))
                .toList();
    }
}
