package org.collegium.browser;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every screen that one can open by its address, and who opens it. */
final class Screens {

    private static final String COURSE = "north-lakes-university/first-course-in-machine-learning";
    private static final String LEARNER = "learner@example.org";
    private static final String AUTHOR = "author@example.org";
    private static final String REGISTRAR = "registrar@example.org";
    private static final String OPERATOR = "operator@example.org";

    private Screens() {}

    /**
     * A screen.
     *
     * @param person who opens it, null for a stranger
     */
    record Screen(String name, @Nullable String person, String path) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Screen> all() {
        return List.of(
                new Screen("catalogue", null, "/"),
                new Screen("catalogue-filtered", null, "/?q=machine"),
                new Screen("catalogue-empty", null, "/?q=zzzzqqqq"),
                new Screen("course", null, "/courses/" + COURSE),
                new Screen("sample", null, "/courses/" + COURSE + "/sample/what-is-a-model"),
                new Screen("partner", null, "/partners/north-lakes-university"),
                new Screen("partners", null, "/partners"),
                new Screen("verify", null, "/verify"),
                new Screen("verify-unknown", null, "/verify/0000-0000-0000"),
                new Screen("not-found", null, "/courses/nobody/nothing"),
                new Screen("sign-in", null, "/sign-in"),
                new Screen("sign-up", null, "/sign-up"),
                new Screen("forgot", null, "/forgot"),
                new Screen("my-learning", LEARNER, "/my-learning"),
                new Screen("player", LEARNER, "/learn/" + COURSE),
                new Screen("player-notebook", LEARNER, "/learn/" + COURSE + "/meet-the-ice"),
                new Screen("player-quiz", LEARNER, "/learn/" + COURSE + "/quiz-learning"),
                new Screen("certificates", LEARNER, "/certificates"),
                new Screen("account", LEARNER, "/account"),
                new Screen("studio-courses", AUTHOR, "/studio/courses"),
                new Screen("studio-import", AUTHOR, "/studio/courses/import"),
                new Screen("registry-to-issue", REGISTRAR, "/registry/to-issue"),
                new Screen("registry-issued", REGISTRAR, "/registry/issued"),
                new Screen("operations-people", OPERATOR, "/operations/people"));
    }
}
