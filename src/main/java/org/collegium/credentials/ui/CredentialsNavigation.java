package org.collegium.credentials.ui;

import org.collegium.courses.CourseStudioLink;
import org.collegium.courses.CourseStudioPage;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.programmes.Programmes;
import org.collegium.credentials.rules.CourseRules;
import org.collegium.identity.Access;
import org.collegium.identity.AddressedThing;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Space;
import org.collegium.shared.ui.SpaceEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places of certificates in the spaces Learn and Registry. */
@Configuration
public class CredentialsNavigation {

    static final String CERTIFICATES = "certificates";
    static final String TO_ISSUE = "registry/to-issue";

    /** Of one issue to many; within the place above, so that the way back to it is shown. */
    static final String ISSUES = TO_ISSUE;

    /** Of what certificates ask for; a course goes behind it. */
    static final String RULES = TO_ISSUE + "/rules";

    /** Of what holders ask of registrars. */
    static final String REQUESTS = TO_ISSUE + "/requests";

    /** Of programmes; one goes behind it. */
    static final String PROGRAMMES = "registry/programmes";

    /** Where partners agree to programmes. */
    static final String ENDORSE = "studio/programmes";

    static final String COURSE_RULE = "studio/courses/:course/certificate";

    static final String BY_HAND = "registry/by-hand";
    static final String ISSUED = "registry/issued";
    static final String KEYS = "registry/keys";

    @Bean
    CourseStudioLink ruleOfCourse() {
        return new CourseStudioLink(
                CourseStudioLink.Part.RELEASING,
                "credentials.rule.link",
                Glyph.AWARD,
                CredentialsPermissions.RULES,
                course -> "/" + COURSE_RULE.replace(":course", course.toString()));
    }

    @Bean
    AddressedThing courseWithRule(CourseRules rules) {
        return new AddressedThing(
                CourseRuleView.class,
                address -> rules.find(CourseStudioPage.course(address)).isPresent());
    }

    @Bean
    AddressedThing courseWithRuleInRegistry(CourseRules rules) {
        return new AddressedThing(
                RegistryRuleView.class,
                address -> rules.find(CourseStudioPage.course(address)).isPresent());
    }

    @Bean
    AddressedThing programmeInRegistry(Programmes programmes) {
        return new AddressedThing(
                ProgrammeView.class,
                address -> address.get("programme")
                        .filter(named -> named.equals(ProgrammeView.NEW)
                                || ProgrammeView.id(named)
                                        .flatMap(programmes::find)
                                        .isPresent())
                        .isPresent());
    }

    @Bean
    SpaceEntry programmesPageEntry() {
        return SpaceEntry.page(Space.LEARN, "credentials.entry.programmes", "/programmes", Glyph.LAYERS, 15);
    }

    @Bean
    SpaceEntry programmesEntry(Access access) {
        return SpaceEntry.view(
                Space.REGISTRY,
                "credentials.entry.programmes",
                "/" + PROGRAMMES,
                Glyph.LAYERS,
                35,
                () -> access.may(CredentialsPermissions.PROGRAMMES));
    }

    @Bean
    SpaceEntry endorseEntry(Access access) {
        return SpaceEntry.view(
                Space.STUDIO,
                "credentials.entry.programmes",
                "/" + ENDORSE,
                Glyph.LAYERS,
                90,
                () -> access.mayAnywhere(CredentialsPermissions.ENDORSE));
    }

    @Bean
    SpaceEntry certificatesEntry(Access access) {
        return SpaceEntry.view(
                Space.LEARN, "credentials.entry.own", "/" + CERTIFICATES, Glyph.AWARD, 30, access::signedIn);
    }

    @Bean
    SpaceEntry toIssueEntry(Access access) {
        return SpaceEntry.view(
                Space.REGISTRY,
                "credentials.entry.to-issue",
                "/" + TO_ISSUE,
                Glyph.INBOX,
                10,
                () -> access.may(CredentialsPermissions.VIEW));
    }

    @Bean
    SpaceEntry issuedEntry(Access access) {
        return SpaceEntry.view(
                Space.REGISTRY,
                "credentials.entry.issued",
                "/" + ISSUED,
                Glyph.BADGE_CHECK,
                20,
                () -> access.may(CredentialsPermissions.VIEW));
    }

    @Bean
    SpaceEntry byHandEntry(Access access) {
        return SpaceEntry.view(
                Space.REGISTRY,
                "credentials.entry.by-hand",
                "/" + BY_HAND,
                Glyph.PENCIL,
                30,
                () -> access.may(CredentialsPermissions.ISSUE));
    }

    @Bean
    SpaceEntry keysEntry(Access access) {
        return SpaceEntry.view(
                Space.REGISTRY,
                "credentials.entry.keys",
                "/" + KEYS,
                Glyph.KEY_ROUND,
                40,
                () -> access.mayAnywhere(CredentialsPermissions.KEYS));
    }
}
