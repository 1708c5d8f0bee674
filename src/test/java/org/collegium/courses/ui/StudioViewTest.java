package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import java.util.Arrays;
import java.util.Map;
import org.collegium.ViewTest;
import org.collegium.courses.CourseId;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.AccountId;
import org.collegium.identity.IdentityFixtures;
import org.collegium.partners.Partner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A partner with somebody of its staff who looks at Studio. */
abstract class StudioViewTest extends ViewTest {

    static final String[] AUTHOR = {
        CoursesPermissions.VIEW_DRAFT, CoursesPermissions.EDIT, CoursesPermissions.PUBLISH, CoursesPermissions.RUNS
    };

    @Autowired
    ApplicationContext beans;

    Partner partner;

    @BeforeEach
    void anAuthorIsSignedIn() {
        partner = CoursesFixtures.partner(beans);
        signIn(partner, AUTHOR);
    }

    @AfterEach
    void signOut() {
        IdentityFixtures.signIn(null);
    }

    /** Holds permissions for a partner. */
    static void signIn(Partner of, String... permissions) {
        IdentityFixtures.signIn(IdentityFixtures.authentication(
                AccountId.next(),
                Arrays.stream(permissions)
                        .map(permission -> permission + "@" + of.id())
                        .toArray(String[]::new)));
    }

    /** Holds permissions for the platform. */
    static void signInEverywhere(String... permissions) {
        IdentityFixtures.signIn(IdentityFixtures.authentication(AccountId.next(), permissions));
    }

    CourseId draft(String key, String licence, String quiz) {
        return CoursesFixtures.draft(
                beans,
                partner,
                CoursesFixtures.accepted(
                        CoursesFixtures.metadata(key, "A first course", licence), CoursesFixtures.LESSON, quiz));
    }

    <V extends Component> V open(Class<V> view, CourseId course) {
        return navigate(view, Map.of("course", course.toString()));
    }
}
