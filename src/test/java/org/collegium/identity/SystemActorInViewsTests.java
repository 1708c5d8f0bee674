package org.collegium.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.util.Set;
import org.collegium.FullApplicationTest;
import org.collegium.shared.EmailAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** In a request of a view, where Vaadin looks for the person in the session of the visit first. */
@Tag("view")
@FullApplicationTest
@WithAccount
class SystemActorInViewsTests extends SpringBrowserlessTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Access access;

    @Autowired
    private SystemActor system;

    private final EmailAddress nobody = new EmailAddress("nobody@example.org");

    @BeforeEach
    void aLearnerVisits() {
        IdentityFixtures.visitAsSignedIn();
    }

    @Test
    void theWorkHoldsWhatItNamesAndNoPersonStandsBehindIt() {
        assertThat(system.call(Set.of(IdentityPermissions.PEOPLE), () -> accounts.find(nobody)))
                .isEmpty();
        assertThat(system.call(Set.of(IdentityPermissions.PEOPLE), access::signedIn))
                .isFalse();
    }

    @Test
    void afterwardsItIsTheVisitOfTheSamePersonWhoHoldsNoMore() {
        UI ui = UI.getCurrent();
        VaadinSession session = VaadinSession.getCurrent();

        assertThatThrownBy(() -> system.run(Set.of(IdentityPermissions.PEOPLE), () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(UI.getCurrent()).isSameAs(ui);
        assertThat(VaadinSession.getCurrent()).isSameAs(session);
        assertThat(access.signedIn()).isTrue();
        assertThatThrownBy(() -> accounts.find(nobody)).isInstanceOf(AccessDeniedException.class);
    }
}
