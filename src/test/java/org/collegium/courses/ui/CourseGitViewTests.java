package org.collegium.courses.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.git.CourseRepositories;
import org.collegium.courses.git.GitPlace;
import org.collegium.shared.ui.ConfirmWithConsequences;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("view")
@FullApplicationTest
class CourseGitViewTests extends StudioViewTest {

    private static final GitPlace PLACE = new GitPlace("https://127.0.0.1/course.git", "main", "course");

    private static final String PRINT = "SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU";

    @Autowired
    private CourseRepositories repositories;

    private CourseId course;

    @BeforeEach
    void thereIsADraft() {
        course = draft("first-course", "MIT", CoursesFixtures.QUIZ);
    }

    @Test
    void whatIsWrongIsToldAtEachFieldAndNothingTypedIsLost() {
        open(CourseGitView.class, course);
        field(TextField.class, "Address of the repository").setValue("git://example.org/course.git");
        field(TextField.class, "Branch").setValue("a b");
        field(TextField.class, "Folder").setValue("../x");
        field(TextField.class, "User name").setValue("a:b");
        field(PasswordField.class, "Token").setValue("with space");

        press("Connect");

        for (String label : new String[] {"Address of the repository", "Branch", "Folder", "User name"}) {
            assertThat(field(TextField.class, label).isInvalid()).as(label).isTrue();
        }
        assertThat(field(PasswordField.class, "Token").isInvalid()).isTrue();
        assertThat(field(TextField.class, "Branch").getValue()).isEqualTo("a b");
        assertThat(repositories.find(course)).isEmpty();
    }

    @Test
    void aCourseIsConnectedAndTheTokenIsNotShownAgain() {
        open(CourseGitView.class, course);
        field(TextField.class, "Address of the repository").setValue(PLACE.address());
        field(TextField.class, "Folder").setValue("/course/");
        field(PasswordField.class, "Token").setValue("a-secret-token");

        press("Connect");

        assertThat(repositories.find(course)).hasValueSatisfying(found -> {
            assertThat(found.place()).isEqualTo(PLACE);
            assertThat(found.token()).isTrue();
        });
        assertThat(page()).contains("Nothing was fetched from").doesNotContain("a-secret-token");
        assertThat(field(PasswordField.class, "Token").getValue()).isEmpty();
    }

    @Test
    void aJobIsFollowedUntilItHasEnded() {
        repositories.connect(course, PLACE, "", Optional.empty());
        open(CourseGitView.class, course);

        press("See what would change");

        assertThat(repositories.find(course))
                .hasValueSatisfying(found -> assertThat(found.job()).isNotNull());
    }

    @Test
    void bySshTheKeyIsShownAndTheServersKeyIsTypedOrForgotten() {
        open(CourseGitView.class, course);
        field(TextField.class, "Address of the repository").setValue("git@git.example.org:group/course.git");
        assertThat(find(PasswordField.class).all()).isEmpty();

        press("Connect");

        assertThat(field(TextField.class, "Public key of this course").getValue())
                .startsWith("ssh-ed25519 ");
        TextField host = field(TextField.class, "Fingerprint or public key of the server");
        host.setValue("nonsense");
        press("Keep this key");
        assertThat(host.isInvalid()).isTrue();
        assertThat(host.getValue()).isEqualTo("nonsense");
        host.setValue(PRINT);
        press("Keep this key");
        assertThat(repositories.find(course))
                .hasValueSatisfying(found -> assertThat(found.hostKey()).isEqualTo(PRINT));
        assertThat(page()).contains(PRINT);
        press("Forget it, since the server has a new key");
        assertThat(repositories.find(course))
                .hasValueSatisfying(found -> assertThat(found.hostKey()).isNull());
    }

    @Test
    void aSecretIsShownOnce() {
        repositories.connect(course, PLACE, "", Optional.empty());
        open(CourseGitView.class, course);

        press("Make a secret");

        assertThat(field(TextField.class, "Secret").getValue()).hasSize(43);
        open(CourseGitView.class, course);
        assertThat(find(TextField.class).all()).noneMatch(shown -> "Secret".equals(shown.getLabel()));
        assertThat(page()).contains("Make another secret");
    }

    @Test
    void disconnectingSaysWhatIsForgotten() {
        repositories.connect(course, PLACE, "", Optional.of("token"));
        open(CourseGitView.class, course);

        press("Disconnect");

        assertThat(find(ConfirmWithConsequences.class).single().isOpened()).isTrue();
        assertThat(repositories.find(course)).isPresent();
    }

    @Test
    void whoMayOnlyLookSeesNoWayToChangeAnything() {
        repositories.connect(course, PLACE, "", Optional.empty());
        signIn(partner, CoursesPermissions.VIEW_DRAFT);
        open(CourseGitView.class, course);

        assertThat(page()).contains("Nothing was fetched from").doesNotContain("Connect", "Update the draft", "secret");
    }
}
