package org.collegium.courses;

import java.util.Map;
import java.util.Set;
import org.collegium.identity.PermissionGrants;
import org.collegium.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one may do with courses, and who may. */
@Configuration
public class CoursesPermissions {

    /** Import courses and change or discard their drafts. */
    public static final String EDIT = "courses:edit";

    /** Publish a draft, retire a course and bring it back. */
    public static final String PUBLISH = "courses:publish";

    /** Open runs and change their dates, capacity and how one joins. */
    public static final String RUNS = "courses:runs";

    /** See courses in Studio before they are published, with their drafts. */
    public static final String VIEW_DRAFT = "courses:view-draft";

    /** Import from a folder of the machine on which the platform runs. */
    public static final String IMPORT_FOLDER = "courses:import-folder";

    /** See the reviews of courses that concern one; who decides in which is said by its stages. */
    public static final String REVIEW = "courses:review";

    /** Say which stages the courses of a partner go through. */
    public static final String REVIEW_RULES = "courses:review-rules";

    /** Say which stages hold for every partner, and who is in the bodies that review. */
    public static final String REVIEW_ALLIANCE = "courses:review-alliance";

    /**
     * Publish courses whose activities are still being tried. No role holds it: the platform does so with courses that it
     * brings itself and whose activities were tried when it was built.
     */
    public static final String PUBLISH_UNTRIED = "courses:publish-untried";

    @Bean
    PermissionGrants coursesPermissionGrants() {
        return new PermissionGrants(Map.of(
                EDIT, Set.of(Role.AUTHOR, Role.PARTNER_ADMINISTRATOR, Role.OPERATOR),
                PUBLISH, Set.of(Role.AUTHOR, Role.PARTNER_ADMINISTRATOR),
                RUNS, Set.of(Role.INSTRUCTOR, Role.PARTNER_ADMINISTRATOR),
                VIEW_DRAFT,
                        Set.of(Role.AUTHOR, Role.INSTRUCTOR, Role.REVIEWER, Role.PARTNER_ADMINISTRATOR, Role.OPERATOR),
                REVIEW, Set.of(Role.AUTHOR, Role.INSTRUCTOR, Role.REVIEWER, Role.PARTNER_ADMINISTRATOR, Role.OPERATOR),
                REVIEW_RULES, Set.of(Role.PARTNER_ADMINISTRATOR),
                REVIEW_ALLIANCE, Set.of(Role.REGISTRAR),
                IMPORT_FOLDER, Set.of(Role.OPERATOR)));
    }
}
