package org.collegium.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every screen, who opens it and how. */
final class Screens {

    private static final String COURSE = "north-lakes-university/first-course-in-machine-learning";
    private static final String POLICY = "civic-institute-for-digital-government/responsible-ai-for-policymakers";
    private static final String LEARNER = "learner@example.org";
    private static final String QUIZ_TAKER = "mohammed.alzahrani@example.org";
    private static final String AUTHOR = "author@example.org";
    private static final String CIVIC_AUTHOR = "helena.marsh@example.org";
    private static final String ADAPTER = "amani.otieno@example.org";
    private static final String INSTRUCTOR = "instructor@example.org";
    private static final String REVIEWER = "sanna.virtala@example.org";
    private static final String ADMINISTRATOR = "partner-administrator@example.org";
    private static final String REGISTRAR = "registrar@example.org";
    private static final String OPERATOR = "operator@example.org";
    private static final String DRAFT = "main a[href*='studio/courses/']:not([href$='import']):not([href$='/new'])";
    private static final String ML_DRAFT =
            "main a[href*='studio/courses/']:has-text('A first course in machine learning')";
    private static final String POLICY_DRAFT =
            "main a[href*='studio/courses/']:has-text('Responsible AI for policymakers')";
    private static final String SPANISH_DRAFT = "main a[href*='studio/courses/']:has-text('IA responsable')";
    private static final String ADAPTED_DRAFT =
            "main a[href*='studio/courses/']:has-text('Responsible AI for county governments')";
    private static final String REVIEW = "main a[href*='studio/reviews/']";
    private static final String VERIFICATION = "main a[href*='/verify/']";
    private static final String FORM = "form.c-form";

    private static final Map<List<String>, String> LINKS = new HashMap<>();

    private Screens() {}

    /**
     * A screen.
     *
     * @param person who opens it, null for a stranger
     * @param way what they do for it
     */
    record Screen(String name, @Nullable String person, Consumer<Visitor> way) {

        Screen(String name, @Nullable String person, String path) {
            this(name, person, path, visitor -> {});
        }

        /** @param then what they do from there */
        Screen(String name, @Nullable String person, String path, Consumer<Visitor> then) {
            this(name, person, visitor -> then.accept(visitor.open(path)));
        }

        /** The same, and something more that they do. */
        Screen then(Consumer<Visitor> more) {
            return new Screen(name, person, way.andThen(visitor -> {
                visitor.settled();
                more.accept(visitor);
            }));
        }

        void open(Visitor visitor) {
            if (person != null) {
                visitor.signedInAs(person);
            }
            way.accept(visitor);
            visitor.settled();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A screen to which links lead. Where a link leads is looked up once for each person, since pages take long.
     *
     * @param links a selector for each, and how the address goes on behind that of the link
     */
    private static Screen behind(String name, String person, String path, String... links) {
        return new Screen(name, person, visitor -> {
            String address = path;
            for (int i = 0; i < links.length; i += 2) {
                String before = address;
                String selector = links[i];
                address = LINKS.computeIfAbsent(
                                List.of(person, before, selector),
                                unknown -> visitor.open(before).address(selector))
                        + links[i + 1];
            }
            visitor.open(address);
        });
    }

    static List<Screen> all() {
        return List.of(
                new Screen("catalogue", null, "/"),
                new Screen("catalogue-filtered", null, "/?q=machine&language=en"),
                new Screen("catalogue-empty", null, "/?q=zzzzqqqq"),
                new Screen("course", null, "/courses/" + COURSE),
                new Screen(
                        "course-spanish",
                        null,
                        "/courses/civic-institute-for-digital-government/ia-responsable-para-responsables-publicos"),
                new Screen("sample", null, "/courses/" + COURSE + "/sample/what-is-a-model"),
                new Screen("partner", null, "/partners/north-lakes-university"),
                new Screen("partners", null, "/partners"),
                new Screen("verify", null, "/verify"),
                new Screen("verify-malformed", null, "/verify?code=abc"),
                behind("verify-valid", LEARNER, "/certificates", VERIFICATION, ""),
                behind("verify-revoked", REGISTRAR, "/registry/issued?q=V%C3%A4in%C3%B6", VERIFICATION, ""),
                new Screen("verify-unknown", null, "/verify/0000-0000-0000"),
                new Screen("not-found", null, "/courses/nobody/nothing"),
                new Screen("not-found-view", LEARNER, "/nothing/here"),
                new Screen("forbidden", LEARNER, "/operations/people"),
                new Screen("sign-in", null, "/sign-in"),
                new Screen("sign-in-wrong", null, "/sign-in", Screens::submitWrongPassword),
                new Screen("sign-up", null, "/sign-up"),
                new Screen("sign-up-wrong", null, "/sign-up", Screens::submit),
                new Screen("forgot", null, "/forgot"),
                new Screen("reset-expired", null, "/reset/nothing"),
                new Screen("confirm-expired", null, "/confirm/nothing"),
                new Screen("terms", null, "/terms"),
                new Screen("privacy", null, "/privacy"),
                new Screen("mails", null, "/mails"),
                new Screen("join", AUTHOR, "/join/" + POLICY),
                new Screen("my-learning", LEARNER, "/my-learning"),
                new Screen("my-learning-empty", OPERATOR, "/my-learning"),
                new Screen("my-peer-reviews", LEARNER, "/my-learning/peer-reviews"),
                new Screen("player", LEARNER, "/learn/" + COURSE),
                new Screen("player-lesson", LEARNER, "/learn/" + COURSE + "/what-is-a-model"),
                new Screen("player-notebook", LEARNER, "/learn/" + COURSE + "/meet-the-ice"),
                new Screen("lab", LEARNER, LabOnScreen.FIRST_STEPS, Screens::runLab),
                new Screen("lab-server", LEARNER, LabOnScreen.DESCENT, Screens::runLabOnServer),
                new Screen("lab-history", LEARNER, LabOnScreen.FIRST_STEPS, Screens::lookAtVersions),
                new Screen("lab-keys", LEARNER, LabOnScreen.FIRST_STEPS, Screens::lookAtKeys),
                new Screen("lab-graded", LEARNER, LabOnScreen.FIRST_STEPS, Screens::handInLab),
                new Screen("player-finished", LEARNER, "/learn/" + POLICY),
                new Screen("quiz-result", LEARNER, "/learn/" + COURSE + "/quiz-learning"),
                new Screen("quiz-before", QUIZ_TAKER, "/learn/" + COURSE + "/quiz-doubting"),
                new Screen("quiz", QUIZ_TAKER, "/learn/" + COURSE + "/quiz-learning", Screens::startQuiz),
                new Screen("certificates", LEARNER, "/certificates"),
                new Screen("certificates-empty", OPERATOR, "/certificates"),
                behind("shared", LEARNER, "/certificates", "main a[href*='/shared/']", ""),
                new Screen("account", LEARNER, "/account"),
                new Screen("studio-courses", AUTHOR, "/studio/courses"),
                new Screen("studio-import", AUTHOR, "/studio/courses/import"),
                new Screen("studio-from-git", AUTHOR, "/studio/courses/from-git"),
                new Screen("studio-imports", AUTHOR, "/studio/courses/imports"),
                behind("studio-draft", AUTHOR, "/studio/courses", DRAFT, ""),
                behind("studio-report", AUTHOR, "/studio/courses", DRAFT, "/report"),
                behind("studio-checks", AUTHOR, "/studio/courses", DRAFT, "/checks?severity=NOTE"),
                behind(
                                "studio-compare",
                                CIVIC_AUTHOR,
                                "/studio/courses",
                                POLICY_DRAFT,
                                "/compare?from=1&to=2&unit=exercise-early-help")
                        .then(Screens::goToFirstChange),
                new Screen("studio-library", AUTHOR, "/studio/library"),
                new Screen("studio-shared-questions", AUTHOR, "/studio/library/questions"),
                behind("studio-languages", CIVIC_AUTHOR, "/studio/courses", SPANISH_DRAFT, "/languages"),
                behind("studio-reuse", AUTHOR, "/studio/courses", DRAFT, "/reuse"),
                behind("studio-upstream", ADAPTER, "/studio/courses", ADAPTED_DRAFT, "/reuse/upstream"),
                behind("studio-details", AUTHOR, "/studio/courses", DRAFT, "/details"),
                new Screen("new-course", AUTHOR, "/studio/courses/new"),
                behind("lesson-editor", AUTHOR, "/studio/courses", ML_DRAFT, "/units/what-is-a-model/write"),
                behind("lesson-versions", AUTHOR, "/studio/courses", ML_DRAFT, "/units/what-is-a-model/history"),
                behind("studio-git", AUTHOR, "/studio/courses", DRAFT, "/git"),
                behind("studio-preview", AUTHOR, "/studio/courses", DRAFT, "", "main a[href*='/units/']", ""),
                behind("studio-runs", AUTHOR, "/studio/courses", DRAFT, "/runs"),
                behind("studio-versions", CIVIC_AUTHOR, "/studio/courses", POLICY_DRAFT, "/versions"),
                behind(
                        "studio-schedule",
                        INSTRUCTOR,
                        "/studio/courses",
                        DRAFT,
                        "/runs",
                        "main a[href$='/schedule']",
                        ""),
                behind("studio-roll-out", CIVIC_AUTHOR, "/studio/courses", POLICY_DRAFT, "/roll-out?version=2")
                        .then(Screens::chooseFirstRun),
                new Screen("studio-reviews", REVIEWER, "/studio/reviews?whose=DONE"),
                behind("studio-review", REVIEWER, "/studio/reviews?whose=DONE", REVIEW, "?unit=oversight-and-appeal"),
                behind(
                                "studio-review-lessons",
                                REVIEWER,
                                "/studio/reviews?whose=DONE",
                                REVIEW,
                                "?tab=lessons&unit=how-they-fail")
                        .then(visitor -> visitor.click(AriaRole.BUTTON, "Next comment")),
                behind("studio-review-submit", AUTHOR, "/studio/courses", DRAFT, "/review"),
                new Screen("studio-review-stages", ADMINISTRATOR, "/studio/review-stages"),
                new Screen("registry-review", REGISTRAR, "/registry/review"),
                behind("studio-learners", INSTRUCTOR, "/studio/courses", DRAFT, "/learners"),
                behind(
                        "studio-learner",
                        INSTRUCTOR,
                        "/studio/courses",
                        DRAFT,
                        "/learners",
                        "main a[href*='/learners/']",
                        ""),
                behind("studio-quiz-times", INSTRUCTOR, "/studio/courses", DRAFT, "/quiz-times"),
                behind("studio-groups", INSTRUCTOR, "/studio/courses", DRAFT, "/groups"),
                behind("studio-attempts", INSTRUCTOR, "/studio/courses", ML_DRAFT, "/attempts"),
                behind(
                        "studio-attempt",
                        INSTRUCTOR,
                        "/studio/courses",
                        ML_DRAFT,
                        "/attempts",
                        "main a[href*='/attempts/']",
                        ""),
                behind("studio-appeals", INSTRUCTOR, "/studio/courses", ML_DRAFT, "/appeals"),
                behind("studio-quiz-keys", INSTRUCTOR, "/studio/courses", ML_DRAFT, "/quizzes/quiz-learning/keys"),
                behind("studio-peer-reviews", INSTRUCTOR, "/studio/courses", DRAFT, "/peer-reviews"),
                behind("studio-integrity", INSTRUCTOR, "/studio/courses", ML_DRAFT, "/integrity"),
                behind("studio-marking", INSTRUCTOR, "/studio/courses", ML_DRAFT, "/marking"),
                behind(
                        "studio-marking-desk",
                        INSTRUCTOR,
                        "/studio/courses",
                        ML_DRAFT,
                        "/marking/quiz-in-your-words/q-unseen?show=ALL",
                        ".c-marking-answers a",
                        ""),
                behind("studio-grades", INSTRUCTOR, "/studio/courses", ML_DRAFT, "/grades"),
                behind(
                        "studio-grades-set-up",
                        INSTRUCTOR,
                        "/studio/courses",
                        ML_DRAFT,
                        "/grades",
                        "main a[href$='/set-up']",
                        ""),
                behind(
                        "studio-grades-learner",
                        INSTRUCTOR,
                        "/studio/courses",
                        ML_DRAFT,
                        "/grades",
                        "main a[href*='/grades/'][href*='/learners/']",
                        ""),
                behind("grades", LEARNER, "/my-learning", "main a[href$='/grades']", ""),
                new Screen("studio-all-runs", INSTRUCTOR, "/studio/learners"),
                new Screen("studio-organisation", ADMINISTRATOR, "/studio/organisation"),
                new Screen("studio-questions", AUTHOR, "/studio/questions"),
                new Screen("studio-questions-exchange", AUTHOR, "/studio/questions/exchange?tag=none"),
                new Screen("studio-question", AUTHOR, "/studio/questions/north-lakes-university/q-knobs"),
                new Screen(
                        "studio-question-versions",
                        AUTHOR,
                        "/studio/questions/north-lakes-university/q-knobs/versions"),
                new Screen("studio-question-use", AUTHOR, "/studio/questions/north-lakes-university/q-knobs/use"),
                new Screen("studio-question-new", AUTHOR, "/studio/questions/new?kind=cloze"),
                behind("studio-quiz-edit", AUTHOR, "/studio/courses", ML_DRAFT, "/units/quiz-learning/edit")
                        .then(Screens::beginSection),
                behind("studio-quizzes", AUTHOR, "/studio/courses", DRAFT, "/quizzes"),
                behind(
                        "studio-quiz-answers",
                        AUTHOR,
                        "/studio/courses",
                        DRAFT,
                        "/quizzes",
                        "main a[href*='/quizzes/']",
                        ""),
                behind("studio-labs", AUTHOR, "/studio/courses", ML_DRAFT, "/labs"),
                behind("studio-lab", AUTHOR, "/studio/courses", ML_DRAFT, "/labs/lab-first-steps"),
                behind(
                        "studio-lab-results",
                        INSTRUCTOR,
                        "/studio/courses",
                        ML_DRAFT,
                        "/labs",
                        "main a[href*='/runs/']",
                        ""),
                behind(
                        "studio-lab-regrade",
                        INSTRUCTOR,
                        "/studio/courses",
                        ML_DRAFT,
                        "/labs",
                        "main a[href*='/runs/']",
                        "/regrade"),
                behind(
                        "studio-lab-choosing",
                        INSTRUCTOR,
                        "/studio/courses",
                        ML_DRAFT,
                        "/labs",
                        "main a[href*='/runs/']",
                        "/regrade?test=first-safe-day-test"),
                behind(
                        "studio-lab-by-hand",
                        INSTRUCTOR,
                        "/studio/courses",
                        ML_DRAFT,
                        "/labs",
                        "main a[href*='/lab-ice-alarm/runs/']",
                        "/by-hand"),
                new Screen("studio-certificates", ADMINISTRATOR, "/studio/certificates"),
                behind(
                        "studio-certificate",
                        ADMINISTRATOR,
                        "/studio/certificates",
                        "main a[href*='studio/certificates/']",
                        ""),
                behind(
                        "studio-certificate-versions",
                        ADMINISTRATOR,
                        "/studio/certificates",
                        "main a[href*='studio/certificates/']",
                        "/history"),
                new Screen("registry-to-issue", REGISTRAR, "/registry/to-issue"),
                new Screen("registry-rules", REGISTRAR, "/registry/to-issue/rules"),
                behind(
                        "registry-rule",
                        REGISTRAR,
                        "/registry/to-issue/rules?q=first+course",
                        "main a[href*='to-issue/rules/']",
                        ""),
                new Screen("registry-requests", REGISTRAR, "/registry/to-issue/requests"),
                new Screen("registry-programmes", REGISTRAR, "/registry/programmes"),
                new Screen("registry-programme-new", REGISTRAR, "/registry/programmes/new"),
                new Screen("studio-programmes", ADMINISTRATOR, "/studio/programmes"),
                new Screen("programmes", null, "/programmes"),
                new Screen("programme", null, "/programmes/ai-for-public-service"),
                new Screen("registry-templates-alliance", REGISTRAR, "/registry/templates/alliance"),
                new Screen("registry-trial", REGISTRAR, "/registry/to-issue", Screens::tryIssuing),
                new Screen("registry-by-hand", REGISTRAR, "/registry/by-hand", Screens::checkAwards),
                new Screen("registry-issued", REGISTRAR, "/registry/issued"),
                new Screen("registry-keys", REGISTRAR, "/registry/keys?partner=north-lakes-university"),
                new Screen("registry-partners", REGISTRAR, "/registry/partners"),
                new Screen(
                        "registry-admit",
                        REGISTRAR,
                        "/registry/partners",
                        visitor -> visitor.page()
                                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Admit a partner"))
                                .click()),
                new Screen("operations-labs", OPERATOR, "/operations/labs"),
                new Screen("operations-labs-packages", OPERATOR, "/operations/labs/packages"),
                new Screen("operations-labs-packages-all", OPERATOR, "/operations/labs/packages?list=ALL&q=num"),
                new Screen("operations-people", OPERATOR, "/operations/people"),
                behind("operations-person", OPERATOR, "/operations/people", "main a[href*='operations/people/']", ""));
    }

    private static void goToFirstChange(Visitor visitor) {
        visitor.click(AriaRole.BUTTON, "Next change");
        visitor.page().getByText("Change 1 of").waitFor();
    }

    /** Of those that do not have the version yet. */
    private static void chooseFirstRun(Visitor visitor) {
        visitor.page()
                .locator("main vaadin-checkbox:not([disabled]) input")
                .first()
                .check();
        visitor.page().getByText("becomes version 2").first().waitFor();
    }

    private static void beginSection(Visitor visitor) {
        Page page = visitor.page();
        page.getByText("Questions, and the text of the whole quiz").click();
        page.locator(".c-question-form vaadin-text-area").first().waitFor();
        visitor.click(AriaRole.BUTTON, "Text");
        page.locator(".cm-content").first().waitFor();
        page.getByText("Sections: which questions are asked").click();
        visitor.click(AriaRole.BUTTON, "Add a section");
        page.getByText("Drawn for each attempt").click();
        page.getByText("questions of this quiz").waitFor();
    }

    /** Looks at all who are due, and issues nothing. */
    private static void tryIssuing(Visitor visitor) {
        Page page = visitor.page();
        page.locator("vaadin-button:has-text('Issue to all')").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look at all first"))
                .click();
        page.getByText("Nothing was issued.").waitFor();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("See each of them"))
                .click();
        page.waitForURL("**/registry/to-issue/*");
    }

    /** One line is right, and one is not. */
    private static void checkAwards(Visitor visitor) {
        Page page = visitor.page();
        page.getByLabel("Lines")
                .fill("author@example.org; " + POLICY + "; Wrote the course\nnobody@example.org; " + POLICY
                        + "; Unknown");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check the lines"))
                .click();
        page.getByText("1 line can be given, 1 has something wrong.").waitFor();
    }

    /** What is given runs, a solution too, and one test fails. */
    private static void runLab(Visitor visitor) {
        LabOnScreen lab = LabOnScreen.of(visitor);
        lab.run("given");
        lab.type("predicted-ice", "def predicted_ice(degree_days):\n    return 1.7 * math.sqrt(degree_days)");
        lab.run("predicted-ice");
        lab.run("predicted-ice-test");
        lab.run("degree-days-test");
        lab.showTop("predicted-ice");
    }

    private static void runLabOnServer(Visitor visitor) {
        LabOnScreen lab = LabOnScreen.of(visitor);
        lab.run(lab.free());
        lab.page().evaluate("scrollTo(0, 0)");
    }

    private static void lookAtVersions(Visitor visitor) {
        LabOnScreen lab = LabOnScreen.of(visitor);
        lab.type("carrying", "def carrying(measurements):\n    return [lake for lake, cm in measurements if cm >= 20]");
        lab.saves("Saved");
        lab.button("History").click();
        lab.dialog().locator(".lab-version-choice").last().click();
        lab.dialog().locator(".lab-version h3").waitFor();
    }

    private static void lookAtKeys(Visitor visitor) {
        LabOnScreen lab = LabOnScreen.of(visitor);
        if (lab.button("Shortcuts").isVisible()) {
            lab.button("Shortcuts").click();
        }
    }

    private static void handInLab(Visitor visitor) {
        LabOnScreen lab = LabOnScreen.of(visitor);
        if (visitor.page().locator(".lab-submission").count() == 0) {
            lab.handIn();
        }
        lab.result(1).scrollIntoViewIfNeeded();
    }

    private static void submitWrongPassword(Visitor visitor) {
        visitor.page().locator("#email").fill("nobody@example.org");
        visitor.page().locator("#password").fill("not-the-password");
        submit(visitor);
    }

    /** As a browser would that does not check the form itself. */
    private static void submit(Visitor visitor) {
        Page page = visitor.page();
        page.locator(FORM).first().evaluate("form => form.noValidate = true");
        page.waitForResponse(
                answer -> answer.request().method().equals("POST"),
                () -> page.locator(FORM + " button[type=submit]").first().click());
        page.waitForLoadState(LoadState.LOAD);
    }

    private static void startQuiz(Visitor visitor) {
        Locator start =
                visitor.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start the quiz"));
        if (start.count() > 0) {
            start.click();
        }
    }
}
