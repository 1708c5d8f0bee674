package org.collegium.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.auth.AccessCheckDecision;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.server.auth.NavigationContext;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.collegium.FullApplicationTest;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.identity.Role;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partners;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.util.ClassUtils;

/**
 * Asks for every view as everybody, and compares with the table that people review. Whether a view then shows things of
 * another partner is decided by the services it asks; so these are opened in earnest.
 */
@Tag("view")
@FullApplicationTest
class ViewTableTests extends SpringBrowserlessTest {

    /** What stands on top of the pages that refuse: not for you, or not there as far as you are concerned. */
    private static final List<String> CLOSED = List.of("Not open to you", "Page not found");

    @Autowired
    private NavigationAccessControl control;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    @Autowired
    private Partners partners;

    @Autowired
    private SystemActor system;

    private TwoPartners here;

    @BeforeEach
    void twoPartnersAndEverybody() {
        here = TwoPartners.with(jdbc, people, partners, system);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void everybodyOpensTheViewsThatTheTableSaysAndNoOthers() {
        Map<String, List<String>> rows = new TreeMap<>();
        for (Class<?> view : views()) {
            rows.put(
                    "/" + view.getAnnotation(Route.class).value(),
                    Arrays.stream(Persona.values())
                            .map(persona -> mayOpen(view, persona) ? "yes" : "-")
                            .toList());
        }
        PermissionTable.of(rows).isWhatPeopleReviewed("views.txt");
    }

    @Test
    void whoWorksForAPartnerSeesNothingOfAnother() {
        List<String> ofCourses = views().stream()
                .map(view -> view.getAnnotation(Route.class).value())
                .filter(path -> path.startsWith("studio/") && path.contains(":course"))
                // What is open for reuse is open to authors of all partners.
                .filter(path -> !path.startsWith("studio/library/"))
                .sorted()
                .toList();
        assertThat(ofCourses).hasSizeGreaterThan(6);

        for (Persona persona : Persona.values()) {
            if (persona.role().filter(Role::ofPartner).isPresent()) {
                here.personas().signIn(persona);
                for (String path : ofCourses) {
                    assertThat(headingAt(path, here.other()))
                            .as("/%s of another partner as %s", path, persona)
                            .isIn(CLOSED);
                }
            }
        }
        here.personas().signIn(Persona.PARTNER_ADMINISTRATOR);
        assertThat(headingAt("studio/courses/:course/runs", here.own())).isNotIn(CLOSED);
    }

    private String headingAt(String path, Offered offered) {
        UI.getCurrent()
                .navigate(path.replace(":course", offered.course().toString()).replace(":unit", "first-lesson"));
        return find(H1.class).single().getText();
    }

    private boolean mayOpen(Class<?> view, Persona persona) {
        here.personas().signIn(persona);
        Authentication authentication =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        @Nullable Principal principal = persona == Persona.STRANGER ? null : authentication;
        NavigationContext context = new NavigationContext(
                UI.getCurrent().getInternals().getRouter(),
                view,
                new Location(view.getAnnotation(Route.class).value()),
                RouteParameters.empty(),
                principal,
                role -> authentication.getAuthorities().stream()
                        .anyMatch(held -> ("ROLE_" + role).equals(held.getAuthority())),
                false);
        return control.checkAccess(context, true).decision() == AccessCheckDecision.ALLOW;
    }

    private static List<Class<?>> views() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return scanner.findCandidateComponents("org.collegium").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), ViewTableTests.class.getClassLoader()))
                .toList();
    }
}
