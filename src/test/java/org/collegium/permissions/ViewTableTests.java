package org.collegium.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.auth.AccessCheckDecision;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.server.auth.NavigationContext;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.collegium.FullApplicationTest;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.identity.SystemActor;
import org.collegium.partners.PartnerId;
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
 * another partner is decided by the services it asks.
 */
@Tag("view")
@FullApplicationTest
class ViewTableTests extends SpringBrowserlessTest {

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

    private Personas personas;

    @BeforeEach
    void everybody() {
        PartnerId own = new PartnerId(new StudyFixtures(jdbc, people).offer().partner());
        personas = new Personas(jdbc, people, partners, system, own);
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
        PermissionTable actual = PermissionTable.of(rows);

        assertThat(actual.differencesFrom(PermissionTable.stated("permissions/views.txt")))
                .as("src/test/resources/permissions/views.txt against the code; what is true is in "
                        + actual.writeTo(Path.of("target", "permissions", "views.txt")))
                .isEmpty();
    }

    private boolean mayOpen(Class<?> view, Persona persona) {
        personas.signIn(persona);
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
