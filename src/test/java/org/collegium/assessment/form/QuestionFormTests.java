package org.collegium.assessment.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.FocusNotifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.util.List;
import java.util.Map;
import org.collegium.FullApplicationTest;
import org.collegium.ViewTest;
import org.collegium.assessment.bank.ItemTemplates;
import org.collegium.assessment.bank.QuestionBank;
import org.collegium.assessment.bank.ui.FaultLines;
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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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

    /** Whatever is left empty is named as the form names it. */
    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsWrongIsSaidInTheWordsOfTheForm(String kind) {
        open(kind);
        List<String> adding = find(Button.class).all().stream()
                .map(button -> button.getElement().getTextRecursively())
                .filter(words -> words.startsWith("Add a") && !words.equals("Add a picture"))
                .distinct()
                .toList();
        adding.forEach(this::pressInFront);
        adding.forEach(this::pressInFront);
        find(TextArea.class).all().forEach(field -> test(field).setValue(""));
        find(TextField.class).all().stream()
                .filter(field -> !"What changed".equals(field.getLabel()))
                .forEach(field -> test(field).setValue(""));
        find(NumberField.class).all().forEach(field -> test(field).setValue(-7.5));

        FaultLines faults = find(FaultLines.class).single();
        String said = faults.getElement().getTextRecursively();
        assertThat(said).contains("“Question” is empty.Write something there.", "Go to the field");
        assertThat(said)
                .doesNotContainPattern("\\w\\[\\d|The field|stem|Line \\d|quotes|\\^| 0 numbers|accepted answer");
    }

    @Test
    void areasAreMovedAndDrawnInThePictureAndTheirNumbersStayInStep() {
        open("hotspot");

        done("area-moved", Map.of("seen", 1, "place", 2, "at", "0.6 0.1 0.35 0.9"));
        assertThat(text()).contains("at: [0.6, 0.1, 0.35, 0.9]", "key: b, shape: rectangle, at: [0.35, 0, 0.3, 1]");
        assertThat(places()).containsExactly("0 0 0.3 1", "0.35 0 0.3 1", "0.6 0.1 0.35 0.9");
        test(find(TextField.class).all().stream()
                        .filter(field -> "Place".equals(field.getLabel()))
                        .toList()
                        .getFirst())
                .setValue("0 0 0.25 1");
        assertThat(picture().getElement().getAttribute("data-areas")).contains("\"seen\":1", "[0.0,0.0,0.25,1.0]");

        done("area-drawn", Map.of("at", "0.1 0.2 0.3 0.4"));
        assertThat(places()).last().isEqualTo("0.1 0.2 0.3 0.4");
        assertThat(picture().getElement().getAttribute("data-enter")).isEqualTo("3");
        assertThat(page()).contains("Area 4 has no name");
        String before = text();
        done("area-moved", Map.of("seen", 1, "place", 0, "at", "0.8 0 0.3 1"));
        done("area-moved", Map.of("seen", 2, "place", 9, "at", "0 0 1 1"));
        done("area-moved", Map.of("seen", 3, "place", 0, "at", "0 0 1"));
        done("area-drawn", Map.of("at", "0 0 <b> 1"));
        assertThat(text()).isEqualTo(before);
    }

    @Test
    void anAreaIsRemovedInThePictureAndComesBack() {
        open("hotspot");
        assertThat(picture().getElement().getAttribute("data-areas")).contains("\"key\":\"b\"");

        done("area-moved", Map.of("seen", 1, "place", 0, "at", "0 0.0005 0.3 0.9"));
        assertThat(places()).first().isEqualTo("0 0.0005 0.3 0.9");
        done("area-moved", Map.of("seen", 2, "place", 0, "at", "0 0 0.3 1"));
        done("area-removed", Map.of("place", 1));
        assertThat(places()).containsExactly("0 0 0.3 1", "0.7 0 0.3 1");
        assertThat(picture().getElement().getAttribute("data-enter")).isEqualTo("1");
        String before = text();
        done("area-removed", Map.of("place", 7));
        assertThat(text()).isEqualTo(before);

        press("Undo");
        assertThat(places()).containsExactly("0 0 0.3 1", "0.35 0 0.3 1", "0.7 0 0.3 1");
    }

    @Test
    void anAreaOfAnotherShapeStaysWhereItIs() {
        open("hotspot");
        Select<?> shape = find(Select.class).all().stream()
                .filter(select -> "Shape".equals(select.getLabel()))
                .findFirst()
                .orElseThrow();

        test(shape).selectItem("Ellipse");
        assertThat(places()).first().isEqualTo("0.15 0.5 0.15 0.5");
        test(shape).selectItem("Polygon");
        assertThat(places()).first().isEqualTo("0 0 0.3 0 0.3 1 0 1");
        press("Add an area");

        assertThat(places()).last().isEqualTo("0.32 0.32 0.2 0.2");
        assertThat(page()).doesNotContain("numbers, which is not");
    }

    @Test
    void aPictureGoesIntoTheEmptyFieldWhereOneIs() {
        open("single");
        press("Add an option");
        TextArea feedback = areas("What is said to it").getLast();
        ComponentUtil.fireEvent(feedback, new FocusNotifier.FocusEvent<>(feedback, true));
        assertThat(editor().getElement().hasAttribute("data-beside")).isTrue();

        brought();
        assertThat(areas("What is said to it").getLast().getValue()).isEqualTo("![A leaf](assets/leaf.png)");
        assertThat(field(TextArea.class, "Question").getValue()).doesNotContain("leaf");
        TextArea stem = field(TextArea.class, "Question");
        ComponentUtil.fireEvent(stem, new FocusNotifier.FocusEvent<>(stem, true));

        assertThat(editor().getElement().hasAttribute("data-beside")).isFalse();
    }

    @Test
    void thePictureOfAQuestionIsTakenAsSuch() {
        open("hotspot");
        TextField image = field(TextField.class, "Picture");
        test(image).setValue("");
        assertThat(find(AreaPicture.class).all()).isEmpty();

        brought();

        assertThat(text()).contains("image: assets/leaf.png", "description: A leaf");
        assertThat(picture().isVisible()).isTrue();
    }

    private void brought() {
        done(
                editor(),
                "yaml-picture",
                Map.of("reference", "assets/leaf.png", "shown", "A leaf", "markdown", "![A leaf](assets/leaf.png)"));
    }

    private AreaPicture picture() {
        return find(AreaPicture.class).single();
    }

    private List<String> places() {
        return find(TextField.class).all().stream()
                .filter(field -> "Place".equals(field.getLabel()))
                .map(TextField::getValue)
                .toList();
    }

    private void done(String event, Map<String, ?> detail) {
        done(picture(), event, detail);
    }

    private static void done(Component where, String event, Map<String, ?> detail) {
        ObjectNode data = JsonMapper.shared().createObjectNode();
        detail.forEach((name, value) -> data.putPOJO("event.detail." + name, value));
        ObjectNode read = (ObjectNode) JsonMapper.shared().readTree(data.toString());
        where.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(where.getElement(), event, read));
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
