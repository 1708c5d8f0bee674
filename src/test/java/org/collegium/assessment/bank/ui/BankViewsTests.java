package org.collegium.assessment.bank.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.collegium.FullApplicationTest;
import org.collegium.ViewTest;
import org.collegium.assessment.AssessmentFixtures;
import org.collegium.assessment.SectionPlace;
import org.collegium.assessment.bank.BankedQuizzes;
import org.collegium.assessment.bank.ItemDraft;
import org.collegium.assessment.bank.ItemFilter;
import org.collegium.assessment.bank.ItemListed;
import org.collegium.assessment.bank.ItemState;
import org.collegium.assessment.bank.QuestionBank;
import org.collegium.assessment.exchange.QuestionExchange;
import org.collegium.assessment.exchange.ui.QuestionsIn;
import org.collegium.assessment.ui.QuestionPreview;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Drafts;
import org.collegium.courses.UnitOfPartner;
import org.collegium.identity.AccountId;
import org.collegium.identity.IdentityFixtures;
import org.collegium.partners.Partner;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Tag("view")
@FullApplicationTest
class BankViewsTests extends ViewTest {

    private static final String QUESTION = """
            key: q-trees
            type: true-false
            stem: A deep **tree** overfits.
            tags: [trees]
            answer: true
            """;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private QuestionBank bank;

    @Autowired
    private BankedQuizzes banked;

    private Partner partner;

    @BeforeEach
    void anAuthorIsSignedIn() {
        partner = CoursesFixtures.partner(beans);
        signIn(CoursesPermissions.VIEW_DRAFT, CoursesPermissions.EDIT);
    }

    @AfterEach
    void signOut() {
        IdentityFixtures.signIn(null);
    }

    @Test
    void anEmptyBankSaysWhatToDo() {
        go("studio/questions");

        assertThat(heading()).isEqualTo("Question bank");
        assertThat(page()).contains("No questions yet");
        assertThat(links()).contains("/studio/questions/new?partner=" + slug() + "&kind=single");
    }

    @Test
    void whatIsLookedForStandsInTheAddress() {
        save(null, 0, QUESTION);
        save(null, 0, QUESTION.replace("q-trees", "q-forest").replace("[trees]", "[forests]"));
        go("studio/questions?q=forest&partner=" + slug());

        assertThat(links()).contains("/studio/questions/" + slug() + "/q-forest");
        assertThat(links()).doesNotContain("/studio/questions/" + slug() + "/q-trees");
        assertThat(page()).contains("1 question");

        go("studio/questions?tag=trees");
        assertThat(links()).contains("/studio/questions/" + slug() + "/q-trees");
        assertThat(links()).doesNotContain("/studio/questions/" + slug() + "/q-forest");

        test(field(TextField.class, "Words, key or skill")).setValue("nothing like this");
        assertThat(page()).contains("Nothing fits");
    }

    @Test
    void questionsAreOfferedToOthersWhoCopyThem() {
        save(null, 0, QUESTION.replace("deep", "zygomorphic"));
        save(null, 0, QUESTION.replace("q-trees", "q-forest").replace("[trees]", "[forests]"));
        go("studio/questions?tag=trees");
        press("Offer to others");
        assertThat(page()).contains("They see the right answers.");
        press("Offer");
        assertThat(page()).contains("Offered to others under CC-BY-4.0");

        go("studio/library/questions?q=zygomorphic");
        assertThat(page()).contains("1 question", "Yours");
        Partner giver = partner;
        partner = CoursesFixtures.partner(beans);
        signIn(CoursesPermissions.VIEW_DRAFT, CoursesPermissions.EDIT);
        go("studio/questions");
        go("studio/library/questions?q=zygomorphic");
        assertThat(page()).contains(giver.data().name(), "CC-BY-4.0", "answer: true");
        test(find(NativeButton.class).all().stream()
                        .filter(button ->
                                button.getElement().getTextRecursively().equals("Copy"))
                        .findFirst()
                        .orElseThrow())
                .click();

        assertThat(heading()).isEqualTo("A zygomorphic tree overfits.");
        assertThat(page()).contains("From " + giver.data().name() + ": q-trees, version 1, under CC-BY-4.0");
        go("studio/library/questions?q=nothing+like+this");
        assertThat(page()).contains("Nothing fits");
    }

    @Test
    void aNewQuestionBeginsWithATemplateAndIsSaved() {
        go("studio/questions/new?kind=true-false");
        assertThat(editor().getValue()).contains("type: true-false");
        assertThat(find(QuestionPreview.class).all()).hasSize(1);

        editor().setValue(QUESTION);
        press("Save a version");

        assertThat(bank.find(partner.id(), "q-trees")).isPresent();
        assertThat(heading()).isEqualTo("A deep tree overfits.");
    }

    @Test
    void aNewQuestionBeginsUnderAKeyThatIsFree() {
        for (String key : List.of("q-new-choice", "q-new-choice-2")) {
            go("studio/questions/new?kind=single");
            press("Save a version");
            assertThat(bank.find(partner.id(), key)).as(key).isPresent();
        }
    }

    @Test
    void whatCannotBeReadIsToldAtItsLineAndStays() {
        save(null, 0, QUESTION);
        go("studio/questions/" + slug() + "/q-trees");
        press("Text");
        String broken = QUESTION.replace("answer: true", "answer: perhaps");

        editor().setValue(broken);
        assertThat(page()).contains("1 fault keeps it from being saved", "Line 5, column 9");
        press("Save a version");

        assertThat(editor().getValue()).isEqualTo(broken);
        assertThat(page()).contains("Not saved. Something is missing or wrong");
        assertThat(bank.find(partner.id(), "q-trees").orElseThrow().current().number())
                .isEqualTo(1);
    }

    @Test
    void ofTwoAuthorsAtOnceTheLaterSeesBothTexts() {
        save(null, 0, QUESTION);
        go("studio/questions/" + slug() + "/q-trees");
        save("q-trees", 1, QUESTION.replace("deep", "tall"));
        String mine = QUESTION.replace("deep", "bushy");

        editor().setValue(mine);
        press("Save a version");

        assertThat(page())
                .contains(
                        "Somebody else saved another version meanwhile",
                        "− stem: A tall **tree** overfits.",
                        "+ stem: A bushy **tree** overfits.");
        assertThat(editor().getValue()).isEqualTo(mine);

        press("Save my text over theirs");
        assertThat(bank.find(partner.id(), "q-trees").orElseThrow().current()).satisfies(current -> {
            assertThat(current.number()).isEqualTo(3);
            assertThat(current.content()).isEqualTo(mine);
        });
    }

    @Test
    void leavingWithSomethingUnsavedAsksFirst() {
        save(null, 0, QUESTION);
        go("studio/questions/" + slug() + "/q-trees");
        editor().setValue(QUESTION.replace("deep", "bushy"));

        go("studio/questions");

        assertThat(find(ConfirmDialog.class).single().isOpened()).isTrue();
        assertThat(getCurrentView()).isInstanceOf(ItemView.class);
    }

    @Test
    void questionsOfAnotherPlatformComeIntoTheBankAndGoBack(@TempDir Path folder) throws IOException {
        save(null, 0, QUESTION);
        go("studio/questions/exchange?partner=" + slug());
        Path file = Files.writeString(folder.resolve("a.gift"), """
                $CATEGORY: $course$/top/Growing Trees

                // [id:q-trees] [tag:In the Woods]
                ::Trees::Do they grow? {T}

                Which? {=this ~that}
                """);
        find(QuestionsIn.class).single().show(QuestionExchange.read(file, "a.gift", null, Set.of()));
        press("Add 2 questions");

        assertThat(page()).contains("2 questions are in the bank.", "The 3 questions that you looked for");
        assertThat(bank.list(partner.id(), ItemFilter.ALL, new PageRequest(0, 10)))
                .extracting(ItemListed::key)
                .containsExactlyInAnyOrder("q-trees", "q-trees-2", "question-2");
        assertThat(bank.find(partner.id(), "q-trees-2").orElseThrow().current().content())
                .contains("in-the-woods", "growing-trees");

        save("question-2", 1, QUESTION.replace("q-trees", "question-2"));
        press("Undo");
        assertThat(bank.list(partner.id(), ItemFilter.ALL, new PageRequest(0, 10)))
                .as("what was changed since stays")
                .extracting(ItemListed::key)
                .containsExactlyInAnyOrder("q-trees", "question-2");
        assertThat(page())
                .contains(
                        "The 2 questions that you looked for",
                        "They are taken back, but for 1 that somebody has changed since.");
    }

    @Test
    void aFileThatComesAgainBringsNothingTwice(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.gift"), """
                // [id:q-one] [tag:skill:grow-trees] [tag:difficulty:easy]
                Do they grow? {T}

                // [id:q-two]
                Which? {=this ~that}
                """);
        go("studio/questions/exchange?partner=" + slug());
        find(QuestionsIn.class).single().show(QuestionExchange.read(file, "a.gift", null, Set.of()));
        press("Add 2 questions");

        go("studio/questions/exchange?partner=" + slug());
        find(QuestionsIn.class).single().show(QuestionExchange.read(file, "a.gift", null, Set.of()));
        assertThat(page()).contains("2 of the questions are here already, word for word");
        assertThat(find(Button.class).withTextContaining("Add ").all()).isEmpty();

        save("q-two", 1, "key: q-two\ntype: true-false\nstem: Which?\nanswer: true\n");
        find(QuestionsIn.class).single().show(QuestionExchange.read(file, "a.gift", null, Set.of()));
        assertThat(page()).contains("1 of the questions is here already");
        press("Add 1 question");
        assertThat(page()).contains("1 question is in the bank.");
        assertThat(bank.list(partner.id(), ItemFilter.ALL, new PageRequest(0, 10)))
                .extracting(ItemListed::key)
                .containsExactlyInAnyOrder("q-one", "q-two", "q-two-2");

        bank.retire(partner.id(), "q-one");
        find(QuestionsIn.class).single().show(QuestionExchange.read(file, "a.gift", null, Set.of()));
        assertThat(page()).as("what is retired is not there").contains("Add 1 question");
    }

    @Test
    void aFileThatIsLostOnItsWayIsToldAndAnotherMayBeTried() {
        go("studio/questions/exchange?partner=" + slug());
        Element upload = find(Upload.class).single().getElement();
        ObjectNode sent = JsonNodeFactory.instance.objectNode();
        sent.put("element.files.some(file => file.uploading)", false);
        upload.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(upload, "upload-error", sent));
        assertThat(page()).contains("The file did not arrive. See that you are online, and choose it again.");
        assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations())
                .as("the field is empty again")
                .anyMatch(script -> script.getInvocation().getExpression().contains("files = []"));
    }

    @Test
    void whatIsLookedForInTheBankGoesOut() {
        save(null, 0, QUESTION);
        String hard = QUESTION + "difficulty: hard\npenalty: 0.5\n";
        save(null, 0, hard.replace("q-trees", "q-forest").replace("[trees]", "[forests]"));
        save(null, 0, hard.replace("q-trees", "q-wood").replace("[trees]", "[forests]"));
        go("studio/questions/exchange?tag=trees&partner=" + slug());

        assertThat(page()).contains("The question that you looked for, for another platform.");
        press("Moodle XML");
        assertThat(page()).contains("1 question: 1 written whole, 0 with something lost, 0 left out.");

        go("studio/questions/exchange?partner=" + slug());
        press("QTI 3.0");
        assertThat(page()).contains("3 questions: 1 written whole, 2 with something lost, 0 left out.");
        assertThat(page().lines().filter(line -> line.contains("“penalty” is not carried over")))
                .singleElement()
                .asString()
                .contains("q-forest", "q-wood");

        go("studio/questions/exchange?tag=nothing&partner=" + slug());
        assertThat(page()).contains("There are no questions like those you looked for.");
    }

    @Test
    void whoMayOnlySeeTheBankBringsNothingIn() {
        signIn(CoursesPermissions.VIEW_DRAFT);
        go("studio/questions/exchange?partner=" + slug());

        assertThat(find(QuestionsIn.class).all()).isEmpty();
    }

    @Test
    void aPreviewGradesWhatIsTried() {
        save(null, 0, QUESTION + "explanation: Because it can.\n");
        go("studio/questions/" + slug() + "/q-trees");

        press("Grade this answer");

        assertThat(find(QuestionPreview.class).single().getElement().getTextRecursively())
                .contains("Grade this answer");
    }

    @Test
    void aQuestionIsRetiredAndBroughtBack() {
        save(null, 0, QUESTION);
        go("studio/questions/" + slug() + "/q-trees");

        press("Retire");
        assertThat(bank.find(partner.id(), "q-trees").orElseThrow().state()).isEqualTo(ItemState.RETIRED);

        press("Bring back");
        assertThat(bank.find(partner.id(), "q-trees").orElseThrow().state()).isEqualTo(ItemState.ACTIVE);
    }

    @Test
    void versionsAreShownWithWhatChangedAndComeBack() {
        save(null, 0, QUESTION);
        save("q-trees", 1, QUESTION.replace("deep", "tall"));
        go("studio/questions/" + slug() + "/q-trees/versions");

        assertThat(page())
                .contains(
                        "Version 2, the current one",
                        "− stem: A deep **tree** overfits.",
                        "+ stem: A tall **tree** overfits.");

        press("Make version 1 current again");

        assertThat(bank.find(partner.id(), "q-trees").orElseThrow().current().content())
                .isEqualTo(QUESTION);
    }

    @Test
    void theQuestionsOfAQuizAreTakenOverAndPutElsewhere() {
        CourseId course = draft();
        go("studio/courses/" + course + "/quizzes");

        press("Take over");
        assertThat(bank.count(partner.id(), ItemFilter.ALL)).isEqualTo(5);

        go("studio/questions/" + slug() + "/q-true");
        press("Put into a quiz");
        chooseTheQuiz();
        press("Put it at the end");

        assertThat(banked.uses(partner.id(), "q-true")).hasSize(2);
        go("studio/questions/" + slug() + "/q-true/use");
        assertThat(page()).contains("Check yourself · A first course", "q-true-2", "nobody has answered it yet");
    }

    @Test
    void whereAQuizHasSectionsTheDialogAsksWhichOne() {
        CourseId course = draft();
        save(null, 0, QUESTION);
        Drafts drafts = beans.getBean(Drafts.class);
        sections(
                drafts,
                course,
                "  - { title: First, questions: [q-single] }\n  - { title: Then, questions: [q-text] }\n");
        go("studio/questions/" + slug() + "/q-trees");
        press("Put into a quiz");
        assertThat(find(Select.class).all()).noneMatch(one -> "Section that asks it".equals(one.getLabel()));
        chooseTheQuiz();

        Select<?> section = field(Select.class, "Section that asks it");
        assertThat(section.getValue()).isEqualTo(new SectionPlace(1, "Then", false));
        press("Put it at the end");
        assertThat(page()).contains("It is the last question of Check yourself, with the key q-trees.");

        sections(drafts, course, "  - { title: Lot, draw: 1, from: { tags: [grass] } }\n");
        press("Put into a quiz");
        chooseTheQuiz();
        assertThat(page()).contains("No section of this quiz can ask it");
        press("Put it at the end");
        assertThat(page()).contains("No section asks it yet");
    }

    @SuppressWarnings("unchecked")
    private void chooseTheQuiz() {
        ComboBox<UnitOfPartner> quiz = (ComboBox<UnitOfPartner>) field(ComboBox.class, "Quiz of a draft");
        quiz.setValue(banked.drafts(partner.id()).getFirst());
    }

    private static void sections(Drafts drafts, CourseId course, String sections) {
        drafts.replaceFile(
                course,
                drafts.find(course).orElseThrow().revision(),
                "quiz-models",
                AssessmentFixtures.QUIZ
                        .replace("questions:\n", "sections:\n" + sections + "questions:\n")
                        .replace("  - key: q-number\n", "  - key: q-number\n    tags: [grass]\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theResultsOfAQuizSayWhenThereAreNone() {
        CourseId course = draft();
        CoursesFixtures.publish(beans, course);
        go("studio/courses/" + course + "/quizzes/quiz-models");

        assertThat(heading()).isEqualTo("Check yourself");
        assertThat(page()).contains("Nobody has submitted this quiz yet");
    }

    @Test
    void thoseWhoMayNotEditReadOnly() {
        save(null, 0, QUESTION);
        signIn(CoursesPermissions.VIEW_DRAFT);
        go("studio/questions/" + slug() + "/q-trees");

        assertThat(editor().getElement().hasAttribute("readonly")).isTrue();
        assertThat(find(Button.class).all()).extracting(Button::getText).doesNotContain("Save a version", "Retire");
    }

    private CourseId draft() {
        return CoursesFixtures.draft(
                beans,
                partner,
                CoursesFixtures.accepted(
                        CoursesFixtures.metadata("fixture-course"), CoursesFixtures.LESSON, AssessmentFixtures.QUIZ));
    }

    private void save(@Nullable String key, int basedOn, String yaml) {
        bank.save(partner.id(), new ItemDraft(key, basedOn, yaml, null, ""));
    }

    private String slug() {
        return partner.data().slug().value();
    }

    private YamlEditor editor() {
        return find(YamlEditor.class).single();
    }

    private void signIn(String... permissions) {
        IdentityFixtures.signIn(IdentityFixtures.authentication(
                AccountId.next(),
                Arrays.stream(permissions)
                        .map(permission -> permission + "@" + partner.id())
                        .toArray(String[]::new)));
    }
}
