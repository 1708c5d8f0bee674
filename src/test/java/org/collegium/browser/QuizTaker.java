package org.collegium.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** A learner in a browser who answers a quiz and remembers what the page said was saved. */
final class QuizTaker {

    private static final String COURSE = "north-lakes-university/first-course-in-machine-learning";
    private static final String UNIT = "quiz-examples";
    private static final String SHOWN = ".quiz-question:not([hidden])";
    private static final String KEPT = SHOWN + ".quiz-saved:not(.quiz-unsaved)";
    private static final String OFFLINE = SHOWN + " .quiz-state[data-state=offline]";

    private final BuiltApplication application;
    private final Random random;
    private final String email;
    private final boolean hasty;
    private final Map<String, String> acknowledged = new HashMap<>();
    private final Map<String, String> underWay = new HashMap<>();
    private int graded;
    private boolean submitting;
    private int count;
    private Visitor visitor;

    private QuizTaker(BuiltApplication application, Random random, String email, boolean hasty, Visitor visitor) {
        this.application = application;
        this.random = random;
        this.email = email;
        this.hasty = hasty;
        this.visitor = visitor;
    }

    /**
     * Somebody new who has joined the course and stands before the quiz.
     *
     * @param hasty submits whenever it is possible, and begins again
     */
    static QuizTaker joined(BuiltApplication application, Random random, boolean hasty) {
        Newcomer newcomer = Newcomer.called("Chaos Learner");
        Visitor visitor = Visitor.at(application);
        newcomer.join(visitor, COURSE);
        QuizTaker taker = new QuizTaker(application, random, newcomer.email(), hasty, visitor);
        taker.open();
        return taker;
    }

    /** How many answers the page has acknowledged so far. */
    int acknowledged() {
        return count;
    }

    /** How many acknowledged answers there are in the attempt that is open. */
    int kept() {
        return acknowledged.size();
    }

    /** One step of the quiz, given up as soon as there is no application any more. */
    void goOn(BooleanSupplier running) {
        try {
            step(running);
        } catch (PlaywrightException failure) {
            if (running.getAsBoolean()) {
                throw failure;
            }
        }
    }

    private void step(BooleanSupplier running) {
        Page page = visitor.page();
        if (page.locator(SHOWN).count() > 0) {
            answer(running);
            if (!running.getAsBoolean()) {
                return;
            }
            if (hasty) {
                leaveFor(next(), running);
            } else {
                leaveFor(step(random.nextInt(steps().count())), running);
            }
        } else if (page.locator(".quiz-last-look:not([hidden])").count() > 0) {
            submitting = true;
            page.locator(".quiz-foot [data-submit]").click();
            if (until(running, ".quiz-result")) {
                submitting = false;
                graded++;
                acknowledged.clear();
                underWay.clear();
            }
        } else {
            page.locator(".quiz-intro vaadin-button, .quiz-result .quiz-foot vaadin-button")
                    .first()
                    .click();
            until(running, SHOWN);
        }
    }

    private Locator next() {
        return visitor.page().locator(".quiz-foot [data-next]:not([hidden])");
    }

    private Locator steps() {
        return visitor.page().locator(".quiz-step");
    }

    private Locator step(int index) {
        return steps().nth(index);
    }

    private void answer(BooleanSupplier running) {
        String question = question();
        String wanted = give(question);
        if (until(running, KEPT) && !wanted.isEmpty()) {
            keep(question, wanted);
        }
    }

    private String give(String question) {
        Locator text = visitor.page().locator(SHOWN + " vaadin-text-field input");
        if (text.count() > 0) {
            String typed = String.valueOf(random.nextInt(1000));
            underWay.put(question, typed);
            text.fill(typed);
            return typed;
        }
        Locator choices = choices();
        int index = random.nextInt(choices.count());
        String wanted = after(index);
        underWay.put(question, wanted);
        choices.nth(index).locator("input").click(new Locator.ClickOptions().setForce(true));
        return wanted;
    }

    private void keep(String question, String answer) {
        acknowledged.put(question, answer);
        underWay.remove(question);
        count++;
    }

    /** Goes on without a server; returns what has to happen, in the same browser, once there is one again. */
    Runnable goOnAlone() {
        if (visitor.page().locator(SHOWN).count() == 0) {
            return () -> {};
        }
        String question = question();
        String wanted = give(question);
        if (wanted.equals(acknowledged.get(question))) {
            return () -> {};
        }
        until(() -> true, OFFLINE);
        return () -> {
            visitor.signInAs(email);
            open();
            until(application::running, ".quiz-saving[data-state=saved]");
            if (!wanted.isEmpty()) {
                keep(question, wanted);
            }
        };
    }

    /** What will be chosen once this choice was clicked: the places of the options, which an attempt keeps. */
    private String after(int index) {
        boolean several = visitor.page().locator(SHOWN + " vaadin-checkbox").count() > 0;
        if (!several) {
            return String.valueOf(index);
        }
        Set<Integer> chosen = chosen();
        if (!chosen.remove(index)) {
            chosen.add(index);
        }
        return joined(chosen);
    }

    private Locator choices() {
        return visitor.page().locator(SHOWN + " .quiz-options > :is(vaadin-radio-button, vaadin-checkbox)");
    }

    private Set<Integer> chosen() {
        Set<Integer> chosen = new TreeSet<>();
        Locator choices = choices();
        for (int i = 0; i < choices.count(); i++) {
            if (choices.nth(i).getAttribute("checked") != null) {
                chosen.add(i);
            }
        }
        return chosen;
    }

    private static String joined(Set<Integer> places) {
        return places.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private String shown() {
        Locator text = visitor.page().locator(SHOWN + " vaadin-text-field input");
        return text.count() > 0 ? text.inputValue() : joined(chosen());
    }

    private String question() {
        return Objects.requireNonNull(
                visitor.page().locator(SHOWN + " [id^=quiz-stem]").getAttribute("id"));
    }

    private void leaveFor(Locator control, BooleanSupplier running) {
        String before = question();
        boolean here = "step".equals(control.getAttribute("aria-current"));
        control.click();
        if (!here) {
            until(running, ".quiz-last-look:not([hidden]), " + SHOWN + ":not(:has(#" + before + "))");
        }
    }

    /** Waits for something to be on the page; false when the application went away before. */
    private boolean until(BooleanSupplier running, String selector) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (visitor.page().locator(selector).count() == 0) {
            if (!running.getAsBoolean()) {
                return false;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not on the page of " + email + " within 30 s: " + selector);
            }
            visitor.page().waitForTimeout(20);
        }
        return true;
    }

    /** Signs in again and compares every question with what was acknowledged. */
    void findsEverythingAgain(String told) {
        visitor.close();
        visitor = Visitor.at(application).signInAs(email);
        open();
        attemptsAreAsKnown(told);
        if (steps().count() == 0) {
            assertThat(acknowledged).as("nothing is open any more: " + told).isEmpty();
            return;
        }
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < steps().count(); i++) {
            step(i).click();
            visitor.page().locator(".quiz-step[aria-current]").and(step(i)).waitFor();
            visitor.settled();
            found.put(question(), shown());
        }
        acknowledged.forEach((question, answer) -> assertThat(found.get(question))
                .as(email + " was told that the answer to " + question + " is saved; " + told)
                .isIn(answer, underWay.getOrDefault(question, answer)));
        acknowledged.replaceAll((question, answer) -> Objects.requireNonNull(found.get(question)));
        underWay.clear();
    }

    /** What was under way when the application died may have happened or not, and then wholly. */
    private void attemptsAreAsKnown(String told) {
        List<String> attempts = attempts();
        long submitted =
                attempts.stream().filter(line -> !line.endsWith("OPEN")).count();
        assertThat(submitted)
                .as("graded attempts of " + email + ": " + attempts + "; " + told)
                .isIn((long) graded, submitting ? graded + 1L : graded);
        assertThat(attempts).hasSizeLessThanOrEqualTo((int) submitted + 1);
        if (submitted > graded) {
            acknowledged.clear();
            underWay.clear();
        }
        graded = (int) submitted;
        submitting = false;
    }

    /** Answers what is open, submits, and finds one attempt more, graded. */
    void submitsAndIsGradedOnce() {
        int before = graded;
        Page page = visitor.page();
        while (graded == before) {
            if (page.locator(SHOWN).count() > 0) {
                if (!acknowledged.containsKey(question())) {
                    answer(application::running);
                }
                leaveFor(next(), application::running);
            } else {
                step(application::running);
            }
        }
        assertThat(page.locator(".quiz-summary").innerText()).contains("Attempt " + graded);
        assertThat(attempts()).hasSize(graded).noneMatch(line -> line.endsWith("OPEN"));
    }

    private List<String> attempts() {
        try (EmbeddedTables tables = EmbeddedTables.of(application)) {
            return tables.attempts(email, UNIT);
        } catch (IOException | SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private void open() {
        visitor.open("/learn/" + COURSE + "/" + UNIT);
        visitor.page().locator(SHOWN + ", .quiz-intro, .quiz-result").first().waitFor();
    }

    void leave() {
        visitor.close();
    }
}
