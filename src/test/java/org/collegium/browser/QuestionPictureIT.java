package org.collegium.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An author brings pictures into a question of the bank, and draws in them. */
@Tag("journey")
class QuestionPictureIT {

    private static final String CURVES = """
            <svg xmlns="http://www.w3.org/2000/svg" width="160" height="90"><path d="M5 80 C 40 5, 80 5, 150 70"
            stroke="#246" fill="none"/></svg>
            """;

    private static final String PASTED = """
            (svg) => {
              const view = document.querySelector('c-yaml').view;
              const at = view.state.doc.toString().indexOf('text: ') + 'text: '.length;
              view.dispatch({ selection: { anchor: at } });
              const data = new DataTransfer();
              data.items.add(new File([svg], 'tree.svg', { type: 'image/svg+xml' }));
              view.contentDOM.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """;

    @Test
    void aPictureIsChosenAnotherPastedAndBothAreShownAndSaved() {
        try (Visitor author = Visitor.at(BuiltApplication.withDemonstrationData())) {
            author.signedInAs("author@example.org").open("/studio/questions/new?kind=single");
            Page page = author.page();
            author.settled();

            choose(page, "Broken.png", "GIF89a no picture");
            page.locator("dialog textarea").fill("What it shows is no text of the question");
            button(page, "Put it in").click();
            assertThat(page.getByText("what is in it is none that can be shown"))
                    .isVisible();
            page.reload();
            author.settled();
            assertThat(page.locator("c-yaml .cm-content")).containsText("key: q-new-choice");
            assertThat(page.getByText("What you typed here earlier is back")).hasCount(0);

            choose(page, "Two Curves.svg", CURVES);
            button(page, "Put it in").click();
            assertThat(page.getByText("Write what the picture shows, or say that it is decoration."))
                    .isVisible();
            page.locator("dialog textarea").fill("Two curves: one [falls]");
            Assertions.assertThat(Axe.violations(page)).isEmpty();
            button(page, "Put it in").click();
            assertThat(page.locator(".c-bank-preview img[src*='two-curves']")).isVisible();
            assertThat(page.locator(".c-bank-preview img[alt='Two curves: one [falls]']"))
                    .isVisible();

            page.evaluate(PASTED, CURVES.replace("#246", "#462"));
            page.getByLabel("It is decoration and says nothing").check();
            button(page, "Put it in").click();
            assertThat(page.locator(".c-bank-preview img[src*='tree']")).isVisible();
            page.waitForFunction(
                    "() => [...document.querySelectorAll('.c-bank-preview img')].every((shown) => shown.naturalWidth > 0)");

            button(page, "Save a version").click();
            assertThat(page.getByText("Version 1").first()).isVisible();
            assertThat(page.locator(".c-bank-preview img")).hasCount(2);
        }
    }

    @Test
    void aQuestionIsWrittenInFieldsByKeyboard() {
        try (Visitor author = Visitor.at(BuiltApplication.withDemonstrationData())) {
            author.signedInAs("author@example.org").open("/studio/questions/new?kind=single");
            Page page = author.page();
            author.settled();
            stem(page).fill("Which tree is **deep**?");
            button(page, "Add an option").press("Enter");
            Locator last = page.locator(".c-question-rows li")
                    .last()
                    .locator("textarea")
                    .first();
            assertThat(last).isFocused();
            page.keyboard().type("The birch");
            page.keyboard().press("Tab");
            page.keyboard().press("Space");
            assertThat(page.locator(".c-bank-preview")).containsText("The birch");
            assertThat(page.locator(".c-bank-preview strong")).hasText("deep");
            button(page, "Move up: Option 3").press("Enter");
            assertThat(button(page, "Move up: Option 2")).isFocused();
            Assertions.assertThat(Axe.violations(page)).isEmpty();

            stem(page).press("Control+s");
            assertThat(page.getByText("Version 1").first()).isVisible();
            button(page, "Text").click();
            assertThat(page.locator("c-yaml .cm-content")).containsText("text: The birch");
            button(page, "Fields").click();
            assertThat(page.locator(".c-question-rows li")
                            .nth(1)
                            .locator("textarea")
                            .first())
                    .hasValue("The birch");
        }
    }

    @Test
    void areasAreDrawnInThePictureByPointerAndByKeys() {
        try (Visitor author = Visitor.at(BuiltApplication.withDemonstrationData())) {
            author.signedInAs("author@example.org").open("/studio/questions/new?kind=hotspot");
            Page page = author.page();
            author.settled();
            Locator image = page.getByLabel("Picture", new Page.GetByLabelOptions().setExact(true));
            image.fill("");
            assertThat(page.getByText("“Picture” is empty.").first()).isVisible();
            image.focus();
            choose(page, "Places.svg", CURVES.replace("width=\"160\" height=\"90\"", "width=\"640\" height=\"360\""));
            page.locator("dialog textarea").fill("A curve");
            button(page, "Put it in").click();
            Locator third = button(page, "Area 3: on the right");
            assertThat(third).isVisible();
            assertThat(image).hasValue("assets/places.svg");

            drag(page, 0.85, 0.5, 0.75, 0.5);
            assertThat(place(page, 2)).hasValue(Pattern.compile("0\\.(?:59|6)\\d* 0 0\\.3 1"));
            assertThat(third).isFocused();
            place(page, 2).fill("0.6 0.2 0.3 0.5");
            assertThat(third).hasAttribute("style", Pattern.compile("top: 20%"));
            third.press("ArrowLeft");
            third.press("Shift+ArrowDown");
            assertThat(place(page, 2)).hasValue("0.59 0.2 0.3 0.51");
            third.press("Control+z");
            assertThat(place(page, 2)).hasValue("0.6 0.2 0.3 0.5");

            drag(page, 0.92, 0.1, 0.99, 0.6);
            assertThat(button(page, "Area 4")).isFocused();
            assertThat(place(page, 3)).hasValue(Pattern.compile("0\\.9[\\d.]* 0\\.[\\d. ]+"));
            assertThat(page.getByText("Area 4 has no name").first()).isVisible();
            Assertions.assertThat(Axe.violations(page)).isEmpty();
        }
    }

    @Test
    void cornersOfAPolygonAreMovedMadeAndRemovedAndAllIsTakenBack() {
        try (Visitor author = Visitor.at(BuiltApplication.withDemonstrationData())) {
            author.signedInAs("author@example.org").open("/studio/questions/new?kind=hotspot");
            Page page = author.page();
            author.settled();
            Locator image = page.getByLabel("Picture", new Page.GetByLabelOptions().setExact(true));
            image.fill("");
            assertThat(page.getByText("“Picture” is empty.").first()).isVisible();
            image.focus();
            choose(page, "Places.svg", CURVES.replace("width=\"160\" height=\"90\"", "width=\"640\" height=\"360\""));
            page.locator("dialog textarea").fill("A curve");
            button(page, "Put it in").click();
            Locator first = button(page, "Area 1: on the left");
            assertThat(first).isVisible();
            page.locator(".c-question-rows li vaadin-select").first().click();
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Polygon"))
                    .click();
            assertThat(place(page, 0)).hasValue("0 0 0.3 0 0.3 1 0 1");

            first.focus();
            page.keyboard().press("Tab");
            Locator corner = button(page, "Corner 1 of 4, Area 1: on the left");
            assertThat(corner).isFocused();
            corner.press("ArrowRight");
            corner.press("Shift+ArrowDown");
            assertThat(place(page, 0)).hasValue("0.01 0.001 0.3 0 0.3 1 0 1");
            assertThat(page.getByText("From the left 1 %, from the top 0.1 %.")).isVisible();
            corner.press("Insert");
            Locator made = button(page, "Corner 2 of 5, Area 1: on the left");
            assertThat(made).isFocused();
            assertThat(place(page, 0)).hasValue(Pattern.compile("0.01 0.001 0.155 0.0005 0.3 0 0.3 1 0 1"));
            Assertions.assertThat(Axe.violations(page)).isEmpty();
            made.press("Delete");
            assertThat(place(page, 0)).hasValue("0.01 0.001 0.3 0 0.3 1 0 1");
            drag(page, 0.3, 0.5, 0.2, 0.5);
            assertThat(button(page, "Corner 3 of 5, Area 1: on the left")).isFocused();
            assertThat(place(page, 0))
                    .hasValue(Pattern.compile("0.01 0.001 0.3 0 0\\.(?:2|19)\\d* 0\\.[45]\\d* 0.3 1 0 1"));

            button(page, "Add an area").click();
            Locator fourth = button(page, "Area 4");
            fourth.press("Delete");
            assertThat(fourth).hasCount(0);
            assertThat(button(page, "Area 3: on the right")).isFocused();
            first.press("Control+z");
            assertThat(place(page, 0)).hasValue("0.01 0.001 0.3 0 0.3 1 0 1");
            first.press("Control+z");
            first.press("Control+z");
            first.press("Control+z");
            assertThat(place(page, 0)).hasValue("0 0 0.3 0 0.3 1 0 1");
            first.press("Control+y");
            assertThat(place(page, 0)).hasValue("0.01 0.001 0.3 0 0.3 1 0 1");

            button(page, "Draw an area").click();
            drag(page, 0.92, 0.1, 0.99, 0.6);
            assertThat(fourth).isFocused();
            fourth.press("Control+z");
            assertThat(fourth).hasCount(0);
        }
    }

    private static Locator place(Page page, int area) {
        return page.locator(".c-question-rows li").nth(area).getByLabel("Place");
    }

    /** Between two places of the picture, in shares of its width and height. */
    private static void drag(Page page, double x, double y, double toX, double toY) {
        Locator picture = page.locator(".c-area-handles");
        picture.scrollIntoViewIfNeeded();
        BoundingBox box = picture.boundingBox();
        page.mouse().move(box.x + box.width * x, box.y + box.height * y);
        page.mouse().down();
        page.mouse().move(box.x + box.width * toX, box.y + box.height * toY, new Mouse.MoveOptions().setSteps(4));
        page.mouse().up();
    }

    private static void choose(Page page, String name, String content) {
        FileChooser chooser =
                page.waitForFileChooser(() -> button(page, "Add a picture").click());
        String type = name.endsWith(".svg") ? "image/svg+xml" : "image/png";
        chooser.setFiles(new FilePayload(name, type, content.getBytes(StandardCharsets.UTF_8)));
    }

    private static Locator stem(Page page) {
        return page.getByRole(
                AriaRole.TEXTBOX,
                new Page.GetByRoleOptions().setName("Question").setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
